package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Field;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.Dimension;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a period and a cohort, as it was filled in.
 *
 * @param elsewhere what is wrong with parameters that the form does not have
 */
public record AskedPeriod(List<Field> fields, List<String> elsewhere) {

    /** A quarter of a year, all of it over. */
    private static final int WEEKS = 13;

    static final String FROM = "from";
    static final String TO = "to";

    public AskedPeriod {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether something is wrong. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields.stream().anyMatch(field -> field.violation() != null);
    }

    /** What was stated, and the last thirteen weeks that are over where no week was. */
    static MultivaluedMap<String, String> orLastQuarter(MultivaluedMap<String, String> stated, IsoWeek thisWeek) {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        asked.putAll(stated);
        if (!asked.containsKey(FROM) && !asked.containsKey(TO)) {
            asked.putSingle(FROM, thisWeek.plus(-WEEKS).toString());
            asked.putSingle(TO, thisWeek.plus(-1).toString());
        }
        return asked;
    }

    /** The form. @param clinics every clinic that was ever seen */
    static AskedPeriod of(MultivaluedMap<String, String> asked, List<String> clinics, List<Violation> violations) {
        List<Field> fields = new ArrayList<>();
        fields.add(typed(FROM, "first week", asked, violations));
        fields.add(typed(TO, "last week", asked, violations));
        fields.add(Field.chosen(
                "unit",
                "counted as",
                value(asked, "unit"),
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
                    value(asked, name),
                    "",
                    Stream.concat(
                                    Stream.of(Map.entry("", "all")),
                                    values.stream().map(value -> Map.entry(value, Words.value(name, value))))
                            .toList(),
                    Violations.of(violations, name)));
        }
        Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
        return new AskedPeriod(fields, Violations.elsewhere(violations, known));
    }

    private static Field typed(
            String name, String label, MultivaluedMap<String, String> asked, List<Violation> violations) {
        return Field.typed(name, label, value(asked, name), "2026-W01", Violations.of(violations, name));
    }

    private static String value(MultivaluedMap<String, String> asked, String name) {
        @Nullable String value = asked.getFirst(name);
        return Objects.requireNonNullElse(value, "");
    }
}
