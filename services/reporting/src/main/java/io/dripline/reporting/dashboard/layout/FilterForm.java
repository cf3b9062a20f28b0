package io.dripline.reporting.dashboard.layout;

import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form whose answers stand in the address, as it was filled in: what cannot be read stays in it, beside what is wrong with it.
 *
 * @param fields in the order in which they are asked
 * @param elsewhere what is wrong with parameters that the form does not have
 */
public record FilterForm(List<Field> fields, List<String> elsewhere) {

    private static final Map.Entry<String, String> ALL = Map.entry("", "all");

    public FilterForm {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether something is wrong. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields.stream().anyMatch(field -> field.violation() != null);
    }

    /** Fills in fields, one after another. */
    public static final class Filled {

        private final MultivaluedMap<String, String> stated;
        private final List<Violation> violations;
        private final List<Field> fields = new ArrayList<>();

        /** @param stated the address's parameters @param violations what is wrong with them */
        public Filled(MultivaluedMap<String, String> stated, List<Violation> violations) {
            this.stated = stated;
            this.violations = List.copyOf(violations);
        }

        /** One that is typed. @param example shown where nothing is */
        public Filled typed(String name, String label, String example) {
            fields.add(Field.typed(name, label, value(name), example, Violations.of(violations, name)));
            return this;
        }

        /** One that is chosen. @param unstated the value that holds where none is stated */
        public Filled chosen(String name, String label, String unstated, List<Map.Entry<String, String>> values) {
            fields.add(Field.chosen(name, label, value(name), unstated, values, Violations.of(violations, name)));
            return this;
        }

        /** One that is chosen, or left open. */
        public Filled chosenOrAll(String name, String label, List<Map.Entry<String, String>> values) {
            return chosen(
                    name,
                    label,
                    "",
                    Stream.concat(Stream.of(ALL), values.stream()).toList());
        }

        public FilterForm form() {
            Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
            return new FilterForm(fields, Violations.elsewhere(violations, known));
        }

        private String value(String name) {
            return Objects.requireNonNullElse(stated.getFirst(name), "");
        }
    }
}
