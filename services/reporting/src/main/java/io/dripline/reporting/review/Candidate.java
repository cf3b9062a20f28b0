package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A term that words may mean.
 *
 * @param term its id
 * @param category of the five systems, or OTHER
 * @param matched the entry of the vocabulary that it was found by
 * @param confidence from 0 to 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Candidate(String term, String category, String matched, double confidence) {}
