package io.dripline.reporting.baseline;

import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.evidence.StatedCounts;
import io.dripline.statistics.Counts;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A null that an officer gives: the number itself, or the studies that it is to be pooled from.
 *
 * @param p0 the largest incidence that is no excess, from 0.000001 to 0.999999
 * @param studies in place of p0: of the figure's measure in comparable cohorts, at least three
 * @param ascertainment how the events behind it were asked for, where the officer knows; absent: as the source states, if it does
 * @param window over which they were counted, likewise
 * @param reason why, for studies which they are, and for what the source states otherwise why that is overridden
 */
@Schema(requiredProperties = "reason")
public record NewNull(
        @Schema(
                minimum = "0.000001",
                maximum = "0.999999",
                description = "The largest incidence that is no excess; or studies instead")
        @Nullable
        Double p0,

        @Schema(
                minItems = 3,
                maxItems = 1000,
                description =
                        "In place of p0: studies of the figure's measure in comparable cohorts, each with some affected"
                                + " and some not. The null is then the upper end of their prediction interval, which is very wide with"
                                + " few small studies.")
        @Nullable
        List<@Nullable StatedCounts> studies,

        @Schema(
                description =
                        "How the events behind the null were asked for, where that is known, as from the full paper. What the source"
                                + " states otherwise is overridden, and told as such; where absent it holds as it states",
                enumeration = {"CHECKLIST", "SPONTANEOUS"})
        @Nullable
        String ascertainment,

        @Schema(
                description = "Over which the events behind the null were counted, likewise",
                enumeration = {"infusion", "course", "long term"})
        @Nullable
        String window,

        @Schema(description = "Why, in a sentence that names nobody", maxLength = ReadReason.LONGEST) @Nullable
        String reason) {

    /** The evidence is checked down to here, and a null of 1 cannot be exceeded. */
    private static final double SMALLEST = 1e-6;

    private static final double LARGEST = 1 - SMALLEST;

    /**
     * What was read.
     *
     * @param counting how the events behind the null were counted, as far as it is stated
     */
    public record Stated(double p0, EventCounting counting, String basis, String reason) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming everything that is wrong */
    public Stated read() {
        Violations violations = new Violations();
        String why = ReadReason.from(violations, reason);
        EventCounting counting = counting(violations);
        if (studies == null) {
            double stated = stated(violations);
            violations.refuseIfAny();
            return new Stated(stated, counting, "Entered by an officer.", why);
        }
        if (p0 != null) {
            violations.broken("p0", "expected either p0 or studies, found both");
        }
        List<Counts> counts = StatedCounts.readStudies(violations, "studies", studies);
        violations.refuseIfAny();
        PooledNull pooled = PooledNull.of(counts);
        if (!isInRange(pooled.p0())) {
            violations.broken(
                    "studies",
                    "expected a prediction interval that ends inside (0, 1), 0.000001 to 0.999999, found %s: they say next to nothing of another study"
                            .formatted(pooled.p0()));
        }
        violations.refuseIfAny();
        return new Stated(pooled.p0(), counting, pooled.basis(), why);
    }

    private EventCounting counting(Violations violations) {
        violations.refuseEmpty("ascertainment", ascertainment, "CHECKLIST or SPONTANEOUS, or null");
        violations.refuseEmpty("window", window, Window.expected() + ", or null");
        return new EventCounting(
                violations
                        .readOne("ascertainment", ascertainment, Ascertainment.class)
                        .orElse(null),
                violations
                        .read("window", window, Window::of, Window.expected())
                        .map(Window::words)
                        .orElse(null));
    }

    private double stated(Violations violations) {
        if (p0 == null) {
            violations.broken("p0", "missing");
            return Double.NaN;
        }
        if (!isInRange(p0)) {
            violations.broken("p0", "expected a number inside (0, 1), 0.000001 to 0.999999, found " + p0);
        }
        return p0;
    }

    private static boolean isInRange(double p0) {
        return p0 >= SMALLEST && p0 <= LARGEST;
    }
}
