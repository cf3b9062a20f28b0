package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of rulings. @param next where the next one begins; null after the last */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RulingPage(List<Ruling> items, @Nullable String next) {

    public RulingPage {
        items = List.copyOf(items);
    }
}
