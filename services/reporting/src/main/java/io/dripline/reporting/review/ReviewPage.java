package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of words that wait. @param next where the next one begins; null after the last */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReviewPage(List<Review> items, @Nullable String next) {

    public ReviewPage {
        items = List.copyOf(items);
    }
}
