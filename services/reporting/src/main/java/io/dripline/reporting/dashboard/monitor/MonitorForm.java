package io.dripline.reporting.dashboard.monitor;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Field;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new monitor, as an address or an officer filled it in.
 *
 * @param refused why it was not made, null where that was not asked
 * @param elsewhere what is wrong with what the form does not have
 * @param same the address of the monitor that watches exactly this; null where there is none
 */
public record MonitorForm(
        List<Field> fields,
        @Nullable String refused,
        List<String> elsewhere,
        @Nullable String same) {

    private static final Map.Entry<String, String> ALL = Map.entry("", "all");

    /** The names of its fields. */
    static final Set<String> FIELDS = Stream.concat(
                    Stream.of("baseline", "unit", "startWeek", "alphaShare"),
                    Dimension.ofCohorts().stream().map(Dimension::field))
            .collect(Collectors.toUnmodifiableSet());

    public MonitorForm {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * @param stated by the names of the fields
     * @param clinics every clinic that was ever seen
     */
    static MonitorForm of(
            Map<String, String> stated,
            Baselines baselines,
            List<String> clinics,
            @Nullable String refused,
            List<Violation> violations,
            @Nullable String same) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.chosen(
                "baseline",
                "published figure",
                value(stated, "baseline"),
                "",
                figures(baselines),
                Violations.of(violations, "baseline")));
        fields.add(Field.chosen(
                "unit",
                "counted as",
                value(stated, "unit"),
                Unit.FIRST_COURSE.name(),
                Arrays.stream(Unit.values())
                        .map(unit -> Map.entry(unit.name(), Words.units(unit)))
                        .toList(),
                Violations.of(violations, "unit")));
        for (Dimension dimension : Dimension.ofCohorts()) {
            String name = dimension.field();
            List<String> values = dimension == Dimension.CLINIC ? clinics : dimension.possibleValues();
            fields.add(Field.chosen(
                    name,
                    Words.dimension(name),
                    value(stated, name),
                    "",
                    Stream.concat(
                                    Stream.of(ALL),
                                    values.stream().map(value -> Map.entry(value, Words.value(name, value))))
                            .toList(),
                    Violations.of(violations, "cohort." + name)));
        }
        fields.add(Field.typed(
                "startWeek",
                "first week, the first unseen one unless stated",
                value(stated, "startWeek"),
                "2026-W48",
                Violations.of(violations, "startWeek")));
        fields.add(Field.typed(
                "alphaShare",
                "share of alpha: 0.01 is 1 %",
                value(stated, "alphaShare"),
                "0.01",
                Violations.of(violations, "alphaShare")));
        Set<String> shown = Stream.concat(FIELDS.stream(), FIELDS.stream().map(name -> "cohort." + name))
                .collect(Collectors.toSet());
        return new MonitorForm(fields, refused, Violations.elsewhere(violations, shown), same);
    }

    private static List<Map.Entry<String, String>> figures(Baselines baselines) {
        return Stream.concat(
                        Stream.of(Map.entry("", "choose one")),
                        baselines.all().stream()
                                .sorted(Comparator.comparing((Baseline figure) -> Words.measure(figure.measure()))
                                        .thenComparing(Baseline::study))
                                .map(figure -> Map.entry(figure.id(), words(figure))))
                .toList();
    }

    private static String words(Baseline figure) {
        return "%s: %s, %s (%s)"
                .formatted(Words.measure(figure.measure()), figure.study(), figure.printed(), figure.place());
    }

    private static String value(Map<String, String> stated, String name) {
        return stated.getOrDefault(name, "");
    }
}
