package io.dripline.reporting.dashboard.whatif;

import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Field;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The form of numbers, as it was filled in.
 *
 * @param elsewhere what is wrong with parameters that the form does not have
 */
public record NumbersForm(List<Field> fields, List<String> elsewhere) {

    static final Set<String> PARAMETERS = Set.of("exposed", "affected", "p0", "alpha");

    public NumbersForm {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
    }

    static NumbersForm of(MultivaluedMap<String, String> stated, List<Violation> violations) {
        return new NumbersForm(
                List.of(
                        typed("affected", "affected", "8", stated, violations),
                        typed("exposed", "of so many exposed", "50", stated, violations),
                        typed("p0", "against a null, a proportion", "0.08", stated, violations),
                        typed("alpha", "alpha, 0.05 unless stated", "0.05", stated, violations)),
                Violations.elsewhere(violations, PARAMETERS));
    }

    /** Whether something is wrong. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields.stream().anyMatch(field -> field.violation() != null);
    }

    private static Field typed(
            String name,
            String label,
            String example,
            MultivaluedMap<String, String> stated,
            List<Violation> violations) {
        return Field.typed(
                name,
                label,
                Objects.requireNonNullElse(stated.getFirst(name), ""),
                example,
                Violations.of(violations, name));
    }
}
