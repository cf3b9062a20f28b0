package io.dripline.reporting.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what one ledger holds, the latest first.
 *
 * @param next where the next page begins; null after the last
 * @param head the end of its chain of seals; null while nothing is sealed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeedPage(
        List<Deed> items, @Nullable String next, @Nullable String head) {

    public DeedPage {
        items = List.copyOf(items);
    }
}
