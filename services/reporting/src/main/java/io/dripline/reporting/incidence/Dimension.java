package io.dripline.reporting.incidence;

import java.util.Arrays;
import java.util.Optional;

/** What a cell is told apart by, besides its unit. */
public enum Dimension {
    WEEK("week", "week", true),
    CLINIC("clinic", "clinic", true),
    ROUTE("route", "route", true),
    FORMULATION("formulation", "formulation", false),
    REGIMEN("regimen", "regimen", false),
    INDICATION("indication", "indication", false),
    DOSE_BAND("doseBand", "dose_band", false),
    ASCERTAINMENT("ascertainment", "ascertainment", false);

    private final String field;
    private final String column;
    private final boolean inRollUps;

    Dimension(String field, String column, boolean inRollUps) {
        this.field = field;
        this.column = column;
        this.inRollUps = inRollUps;
    }

    /** The name in requests and in a monitor's cohort. */
    public String field() {
        return field;
    }

    String column() {
        return column;
    }

    /** Whether the roll-ups keep it apart; the others are summed over there. */
    boolean inRollUps() {
        return inRollUps;
    }

    /** The dimension of that field name. */
    public static Optional<Dimension> named(String field) {
        return Arrays.stream(values()).filter(d -> d.field.equals(field)).findFirst();
    }
}
