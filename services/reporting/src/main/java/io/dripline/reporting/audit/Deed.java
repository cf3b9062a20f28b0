package io.dripline.reporting.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dripline.ledger.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param kind as its ledger names it; a later version may know more than {@link DeedKind}
 * @param before null for what is new
 * @param after null where nothing is there since
 * @param why null where no reason was given, or where it lies elsewhere
 * @param place in its ledger
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Deed(
        Instant at,
        String who,
        String kind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why,
        String place) {

    static Deed of(Entry entry) {
        return new Deed(
                entry.at(),
                entry.who(),
                entry.kind(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.why(),
                entry.place());
    }
}
