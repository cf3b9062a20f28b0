package io.dripline.reporting.dashboard.whatif;

import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.FilterForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;

/** The numbers that are asked for. */
final class NumbersForm {

    static final Set<String> PARAMETERS = Set.of("exposed", "affected", "p0", "alpha");

    private NumbersForm() {}

    /** The form for what was asked. */
    static FilterForm of(MultivaluedMap<String, String> stated, List<Violation> violations) {
        return new FilterForm.Filled(stated, violations)
                .typed("affected", "affected", "8")
                .typed("exposed", "of so many exposed", "50")
                .typed("p0", "against a null, a proportion", "0.08")
                .typed("alpha", "alpha, 0.05 unless stated", "0.05")
                .form();
    }
}
