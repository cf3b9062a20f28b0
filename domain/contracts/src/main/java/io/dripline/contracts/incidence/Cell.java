package io.dripline.contracts.incidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Where one exposure is counted. Every dimension is known before the outcome; what is not stated is {@link #UNSTATED}.
 *
 * @param week ISO week of the exposure's first session, by that session's own offset
 * @param route a {@code Route}
 * @param formulation a {@code Formulation} or UNSTATED
 * @param regimen a {@link Regimen}, as planned
 * @param indication an {@code Indication} or UNSTATED
 * @param doseBand a {@link DoseBand} as planned, or UNSTATED
 * @param ascertainment an {@code Ascertainment}
 */
public record Cell(
        Unit unit,
        IsoWeek week,
        String clinic,
        String route,
        String formulation,
        String regimen,
        String indication,
        String doseBand,
        String ascertainment) {

    public static final String UNSTATED = "UNSTATED";

    /** The cell as one string, the same for equal cells only: no dimension holds a bar. */
    @JsonIgnore
    public String key() {
        return String.join(
                "|",
                List.of(
                        unit.name(),
                        week.toString(),
                        clinic,
                        route,
                        formulation,
                        regimen,
                        indication,
                        doseBand,
                        ascertainment));
    }
}
