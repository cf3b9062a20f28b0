package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A term of the vocabulary. @param category null: nothing can be coded with it */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Term(String id, String name, @Nullable String category) {}
