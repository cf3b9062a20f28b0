package io.dripline.reporting.evidence;

import io.dripline.reporting.caller.Violations;
import io.dripline.statistics.Counts;
import io.dripline.statistics.RandomEffects;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one study or clinic as a caller states them.
 *
 * @param x how many had the event, 0 to n
 * @param n how many were exposed, 1 to 1,000,000,000
 */
@Schema(requiredProperties = {"x", "n"})
public record StatedCounts(
        @Schema(minimum = "0", description = "How many had the event, 0 to n") @Nullable
        Long x,

        @Schema(minimum = "1", maximum = "1000000000", description = "How many were exposed") @Nullable
        Long n) {

    private static final long MOST_EXPOSED = 1_000_000_000;
    private static final int MOST_STUDIES = 1_000;

    /** Reads studies that are to be pooled, which needs three with affected and unaffected; what is wrong is noted. */
    public static List<Counts> readStudies(
            Violations violations, String field, @Nullable List<@Nullable StatedCounts> stated) {
        List<Counts> studies = read(violations, field, stated, RandomEffects.FEWEST_STUDIES, MOST_STUDIES);
        for (int i = 0; i < studies.size(); i++) {
            Counts study = studies.get(i);
            if (study.affected() == 0 || study.unaffected() == 0) {
                violations.broken(
                        "%s[%d].x".formatted(field, i),
                        "expected 1 to n - 1, since a logit needs affected and unaffected, found %d of %d"
                                .formatted(study.affected(), study.exposed()));
            }
        }
        return studies;
    }

    /** Reads a list; what is wrong is noted, and the counts are then of no use. */
    static List<Counts> read(
            Violations violations, String field, @Nullable List<@Nullable StatedCounts> stated, int fewest, int most) {
        if (stated == null) {
            violations.broken(field, "missing");
            return List.of();
        }
        if (stated.size() < fewest || stated.size() > most) {
            violations.broken(field, "expected %d to %d, found %d".formatted(fewest, most, stated.size()));
        }
        List<Counts> counts = new ArrayList<>(stated.size());
        for (int i = 0; i < stated.size(); i++) {
            StatedCounts one = stated.get(i);
            String path = "%s[%d]".formatted(field, i);
            if (one == null) {
                violations.broken(path, "missing");
            } else if (one.isSound(violations, path) && one.n != null && one.x != null) {
                counts.add(new Counts(one.n, one.x));
            }
        }
        return counts;
    }

    private boolean isSound(Violations violations, String path) {
        boolean isExposed = n != null && n >= 1 && n <= MOST_EXPOSED;
        if (!isExposed) {
            violations.broken(
                    path + ".n", n == null ? "missing" : "expected 1 to %d, found %d".formatted(MOST_EXPOSED, n));
        }
        boolean isAffected = x != null && x >= 0 && (n == null || !isExposed || x <= n);
        if (!isAffected) {
            violations.broken(path + ".x", x == null ? "missing" : "expected 0 to n, found %d of %d".formatted(x, n));
        }
        return isExposed && isAffected;
    }
}
