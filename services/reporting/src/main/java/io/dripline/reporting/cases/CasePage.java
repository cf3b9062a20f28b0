package io.dripline.reporting.cases;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a listing, by start; it may be short. @param next where the next one begins; null after the last */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CasePage(List<Case> items, @Nullable String next) {

    public CasePage {
        items = List.copyOf(items);
    }
}
