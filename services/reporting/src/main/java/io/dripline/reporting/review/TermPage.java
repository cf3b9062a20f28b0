package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Terms that were found, the best first. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TermPage(List<Term> items) {

    public TermPage {
        items = List.copyOf(items);
    }
}
