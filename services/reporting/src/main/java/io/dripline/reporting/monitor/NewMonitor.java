package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.incidence.Dimension;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A monitor that an officer asks for. Texts, so that each that is wrong is named with what was expected.
 *
 * @param baseline id of a published figure, whose measure it watches
 * @param cohort values by dimension; all sessions where absent
 * @param startWeek first week that counts; where absent the first that has begun nowhere, of which nothing was seen
 * @param alphaShare part of the installation's alpha, out of what is left for officers
 */
@Schema(requiredProperties = {"baseline", "unit", "alphaShare"})
public record NewMonitor(
        @Schema(description = "The id of a figure, see GET /api/baselines; its measure is watched") @Nullable
        String baseline,

        @Schema(
                description = "FIRST_COURSE, which alone can carry the promise, COURSE or SESSION",
                enumeration = {"SESSION", "COURSE", "FIRST_COURSE"})
        @Nullable
        String unit,

        @Schema(
                description = "Values by dimension: clinic, route, formulation, regimen, indication, doseBand,"
                        + " ascertainment; absent or empty for all sessions")
        @Nullable
        Map<String, @Nullable String> cohort,

        @Schema(
                description = "First week that counts; where absent the first that has begun nowhere on earth when the"
                        + " monitor is made, of which nothing was seen yet. One that has begun by then carries no"
                        + " promise, unless it began on that very day, both by UTC.",
                examples = "2026-W47")
        @Nullable
        String startWeek,

        @Schema(
                minimum = "0.000001",
                maximum = "0.1",
                description =
                        "Part of the installation's alpha, of what GET /api/monitors/shares shows as left. It is spent"
                                + " for good.")
        @Nullable
        Double alphaShare) {

    /** A smaller one needs more evidence than any excess gives in a lifetime. */
    private static final double SMALLEST_SHARE = 1e-6;

    /** What was read. */
    public record Stated(
            Baseline figure,
            Unit unit,
            Map<String, String> cohort,
            @Nullable IsoWeek startWeek,
            double alphaShare) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 422 naming everything that is wrong */
    public Stated read(Baselines baselines) {
        Violations violations = new Violations();
        Baseline figure = figure(violations, baselines);
        Unit readUnit = unit(violations);
        Map<String, String> readCohort = cohort(violations);
        IsoWeek week = violations
                .read("startWeek", startWeek, IsoWeek::parse, "an ISO week such as 2026-W47")
                .orElse(null);
        double share = share(violations);
        violations.refuseIfAny();
        return new Stated(Objects.requireNonNull(figure), Objects.requireNonNull(readUnit), readCohort, week, share);
    }

    /** What is wrong with a share that is more than what is left. */
    public static HttpProblem tooLarge(double share, BigDecimal left) {
        Violations violations = new Violations();
        violations.broken(
                "alphaShare",
                "expected at most %s, which is left of the %s for monitors that officers make, found %s"
                        .formatted(left.doubleValue(), AlphaShares.OFFICERS, share));
        return violations.problem();
    }

    private @Nullable Baseline figure(Violations violations, Baselines baselines) {
        if (baseline == null) {
            violations.broken("baseline", "missing");
            return null;
        }
        Baseline figure = baselines.find(baseline).orElse(null);
        if (figure == null) {
            violations.broken("baseline", "expected the id of a figure, see GET /api/baselines, found " + baseline);
        }
        return figure;
    }

    private @Nullable Unit unit(Violations violations) {
        if (unit == null) {
            violations.broken("unit", "missing");
            return null;
        }
        String units = Arrays.stream(Unit.values()).map(Unit::name).collect(Collectors.joining(", "));
        return violations.read("unit", unit, Unit::valueOf, "one of " + units).orElse(null);
    }

    private Map<String, String> cohort(Violations violations) {
        Map<String, String> read = new TreeMap<>();
        if (cohort == null) {
            return read;
        }
        cohort.forEach((field, value) -> {
            String path = "cohort." + field;
            Dimension dimension = Dimension.named(field)
                    .filter(Dimension.ofCohorts()::contains)
                    .orElse(null);
            if (dimension == null) {
                violations.malformed(
                        path,
                        "unknown field; expected one of "
                                + Dimension.ofCohorts().stream()
                                        .map(Dimension::field)
                                        .collect(Collectors.joining(", ")));
            } else if (value == null) {
                violations.malformed(path, "expected a value, found null");
            } else if (dimension == Dimension.CLINIC) {
                if (value.isBlank() || !dimension.canBe(value)) {
                    violations.broken(path, "expected a clinic's id of 1 to 200 characters without bars");
                }
                read.put(field, value);
            } else if (!dimension.canBe(value)) {
                violations.malformed(path, "expected %s, found %s".formatted(dimension.expected(), value));
            } else {
                read.put(field, value);
            }
        });
        return read;
    }

    private double share(Violations violations) {
        double most = AlphaShares.OFFICERS.doubleValue();
        if (alphaShare == null) {
            violations.broken("alphaShare", "missing");
            return Double.NaN;
        }
        if (!(alphaShare >= SMALLEST_SHARE && alphaShare <= 1)) {
            violations.broken("alphaShare", "expected 0.000001 to %s, found %s".formatted(most, alphaShare));
        }
        return alphaShare;
    }
}
