package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.DoseBand;
import io.dripline.contracts.incidence.Regimen;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** As a token's claim may be; no dimension's value holds a bar, and PostgreSQL no null and no half of a character. */
    private static final Pattern CLINIC_ID = Pattern.compile("[^\\p{Cntrl}\\p{Cs}|]{1,200}");

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

    /** The column of the tables that count. */
    public String column() {
        return column;
    }

    /** Whether the roll-ups, and sums over them, keep it apart; the others are summed over there. */
    boolean inRollUps() {
        return inRollUps;
    }

    /** What a cohort can be told apart by, in the order in which it is asked: all but the week. */
    public static List<Dimension> ofCohorts() {
        return Arrays.stream(values()).filter(d -> d != WEEK).toList();
    }

    /** Whether it can have a value: one that the database can hold where the values are not fixed, else one of them or UNSTATED. */
    public boolean canBe(String value) {
        if (this == CLINIC) {
            return CLINIC_ID.matcher(value).matches();
        }
        Enum<?>[] fixed = fixedValues();
        return fixed.length == 0
                || value.equals(Cell.UNSTATED)
                || Arrays.stream(fixed).anyMatch(v -> v.name().equals(value));
    }

    /** The values that it can have, UNSTATED the last; empty where they are not fixed. */
    public List<String> possibleValues() {
        Enum<?>[] fixed = fixedValues();
        return fixed.length == 0
                ? List.of()
                : Stream.concat(Arrays.stream(fixed).map(Enum::name), Stream.of(Cell.UNSTATED))
                        .toList();
    }

    /** The values that it can have, in words. */
    public String expected() {
        if (this == CLINIC) {
            return "a clinic's id of 1 to 200 characters without bars and control characters";
        }
        return Arrays.stream(fixedValues()).map(Enum::name).collect(Collectors.joining(", ")) + " or " + Cell.UNSTATED;
    }

    private Enum<?>[] fixedValues() {
        return switch (this) {
            case ROUTE -> Route.values();
            case FORMULATION -> Formulation.values();
            case REGIMEN -> Regimen.values();
            case INDICATION -> Indication.values();
            case DOSE_BAND -> DoseBand.values();
            case ASCERTAINMENT -> Ascertainment.values();
            case WEEK, CLINIC -> new Enum<?>[0];
        };
    }

    /** The value that a cell has. */
    String of(Cell cell) {
        return switch (this) {
            case WEEK -> cell.week().toString();
            case CLINIC -> cell.clinic();
            case ROUTE -> cell.route();
            case FORMULATION -> cell.formulation();
            case REGIMEN -> cell.regimen();
            case INDICATION -> cell.indication();
            case DOSE_BAND -> cell.doseBand();
            case ASCERTAINMENT -> cell.ascertainment();
        };
    }

    /** The dimension of that field name. */
    public static Optional<Dimension> named(String field) {
        return Arrays.stream(values()).filter(d -> d.field.equals(field)).findFirst();
    }
}
