package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a request's parameters into a question, or says everything that is wrong with them. */
final class ReadIncidenceQuestion {

    private static final Pattern MEASURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("measure", "unit", "from", "to", "by"),
                    IncidenceQuestion.filters().stream().map(Dimension::field))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> KNOWN_WEEKLY = KNOWN.stream()
            .filter(name -> !name.equals("by") && !name.equals("measure"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> KNOWN_BY_CLINIC = KNOWN.stream()
            .filter(name -> !name.equals("by") && !name.equals(Dimension.CLINIC.field()))
            .collect(Collectors.toUnmodifiableSet());

    private final MultivaluedMap<String, String> parameters;
    private final Predicate<String> knownMeasure;
    private final Violations violations = new Violations();

    ReadIncidenceQuestion(MultivaluedMap<String, String> parameters, Predicate<String> knownMeasure) {
        this.parameters = parameters;
        this.knownMeasure = knownMeasure;
    }

    /** A question by clinic, in which neither a clinic nor what to tell apart can be stated. */
    IncidenceQuestion readByClinic() {
        IncidenceQuestion question = read(KNOWN_BY_CLINIC, asked -> null);
        return new IncidenceQuestion(
                question.measures(),
                question.unit(),
                question.cohort(),
                question.from(),
                question.to(),
                Dimension.CLINIC);
    }

    /** A question by week about a measure that is given, of first courses unless something else is stated. */
    IncidenceQuestion readWeekly(String measure) {
        violations.refuseUnknown(parameters, KNOWN_WEEKLY);
        return read(measure, Unit.FIRST_COURSE, Dimension.WEEK, asked -> asked);
    }

    /** @param clinicToShow from the clinic asked for, or null, to the one that the caller may see */
    IncidenceQuestion read(UnaryOperator<@Nullable String> clinicToShow) {
        return read(KNOWN, clinicToShow);
    }

    private IncidenceQuestion read(Set<String> known, UnaryOperator<@Nullable String> clinicToShow) {
        violations.refuseUnknown(parameters, known);
        return read(measure(), Unit.SESSION, by(), clinicToShow);
    }

    private IncidenceQuestion read(
            String measure, Unit unstated, @Nullable Dimension by, UnaryOperator<@Nullable String> clinicToShow) {
        Unit unit = violations
                .read("unit", stated("unit"), Unit::valueOf, oneOf(Unit.values()))
                .orElse(unstated);
        IsoWeek from = violations
                .read("from", stated("from"), IsoWeek::parse, "an ISO week such as 2026-W47")
                .orElse(null);
        IsoWeek to = violations
                .read("to", stated("to"), IsoWeek::parse, "an ISO week such as 2026-W47")
                .orElse(null);
        if (from != null && to != null && from.compareTo(to) > 0) {
            violations.broken("from", "expected a week not after to, found %s after %s".formatted(from, to));
        }
        Map<Dimension, String> cohort = cohort();
        violations.refuseIfAny();
        String clinic = clinicToShow.apply(cohort.get(Dimension.CLINIC));
        if (clinic != null) {
            cohort.put(Dimension.CLINIC, clinic);
        }
        return new IncidenceQuestion(List.of(measure), unit, cohort, from, to, by);
    }

    private String measure() {
        String measure = stated("measure");
        if (measure == null) {
            return Measures.ANY;
        }
        if (!MEASURE.matcher(measure).matches() || !knownMeasure.test(measure)) {
            violations.malformed("measure", "expected %s, found %s".formatted(KnownMeasures.EXPECTED, measure));
        }
        return measure;
    }

    private @Nullable Dimension by() {
        String by = stated("by");
        if (by == null) {
            return null;
        }
        Dimension dimension = Dimension.named(by).orElse(null);
        if (dimension == null) {
            violations.malformed(
                    "by",
                    "expected one of %s, found %s"
                            .formatted(
                                    Arrays.stream(Dimension.values())
                                            .map(Dimension::field)
                                            .collect(Collectors.joining(", ")),
                                    by));
        }
        return dimension;
    }

    private Map<Dimension, String> cohort() {
        Map<Dimension, String> cohort = new EnumMap<>(Dimension.class);
        for (Dimension dimension : IncidenceQuestion.filters()) {
            String value = stated(dimension.field());
            if (value == null) {
                continue;
            }
            if (!dimension.canBe(value)) {
                violations.malformed(dimension.field(), "expected %s, found %s".formatted(dimension.expected(), value));
            }
            cohort.put(dimension, value);
        }
        return cohort;
    }

    private @Nullable String stated(String field) {
        String value = parameters.getFirst(field);
        return value == null || value.isEmpty() ? null : value;
    }

    private static String oneOf(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }
}
