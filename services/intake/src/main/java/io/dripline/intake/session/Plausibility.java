package io.dripline.intake.session;

import io.dripline.contracts.session.Condition;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.intake.session.Session.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence review's Tables 1, 2 and 11 make look unusual in a session. A warning never blocks: clinicians may have
 * had their reasons, and what is true must be counted.
 */
final class Plausibility {

    private static final String BOLUS = "plannedDose.bolusMgPerKg";
    private static final String RATE = "plannedDose.mgPerKgPerHour";
    private static final String DOSE = "plannedDose.mgPerKg";

    /** mg/kg/h: the highest rate in the review (intensive care, Table 11); beyond it the unit is the likelier cause. */
    private static final double HIGHEST_RATE_NAMED = 7;

    /** mg/kg/h above which a monitored setting is recommended (Table 11). */
    private static final double UNMONITORED = 1;

    /** A range of doses, both ends included, and where it is printed. */
    private record Range(double low, double high, String unit, String source) {

        /** Null where {@code dose} lies within. */
        @Nullable
        String remarkOn(double dose) {
            return dose >= low && dose <= high
                    ? null
                    : "%s the usual %s to %s %s (%s)"
                            .formatted(dose < low ? "below" : "above", number(low), number(high), unit, source);
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
        }
    }

    private Plausibility() {}

    /** Every remark on {@code session}, in the order of its fields. */
    static List<Warning> warnings(SessionAttributes session) {
        List<Warning> warnings = new ArrayList<>();
        if (session.route() == Route.EPIDURAL) {
            warnings.add(new Warning("route", "not among the routes of administration of Table 2"));
        }
        PlannedDose dose = session.plannedDose();
        if (dose != null) {
            remark(warnings, BOLUS, dose.bolusMgPerKg(), bolus(session.formulation()));
            remark(warnings, RATE, dose.mgPerKgPerHour(), rate(session.route()));
            remark(warnings, DOSE, dose.mgPerKg(), singleDose(session.route()));
            Double rate = dose.mgPerKgPerHour();
            if (rate != null && rate > HIGHEST_RATE_NAMED) {
                warnings.add(new Warning(
                        RATE, "above 7 mg/kg/h, the highest rate of Table 11: was it stated in mg/h or µg/kg/min?"));
            }
            if (rate != null && rate > UNMONITORED && !Boolean.TRUE.equals(session.monitored())) {
                warnings.add(new Warning("monitored", "above 1 mg/kg/h a monitored setting is recommended (Table 11)"));
            }
        }
        for (int i = 0; i < session.conditions().size(); i++) {
            warnings.add(new Warning(
                    "conditions[%d]".formatted(i),
                    contraindication(session.conditions().get(i)) + " (Table 11)"));
        }
        return List.copyOf(warnings);
    }

    private static void remark(List<Warning> warnings, String field, @Nullable Double dose, @Nullable Range usual) {
        String remark = dose == null || usual == null ? null : usual.remarkOn(dose);
        if (remark != null) {
            warnings.add(new Warning(field, remark));
        }
    }

    /** Esketamine is twice as potent as the racemate, and its bolus half of it. */
    private static Range bolus(@Nullable Formulation formulation) {
        return formulation == Formulation.ESKETAMINE
                ? new Range(0, 0.25, "mg/kg of esketamine", "Table 1")
                : new Range(0, 0.35, "mg/kg", "Table 11");
    }

    private static Range rate(Route route) {
        return route == Route.SUBCUTANEOUS
                ? new Range(0.1, 1.2, "mg/kg/h under the skin", "Table 2")
                : new Range(0.5, 2, "mg/kg/h", "Table 11");
    }

    private static @Nullable Range singleDose(Route route) {
        return switch (route) {
            case INTRANASAL -> new Range(0.2, 1, "mg/kg by nose", "Table 2");
            case SUBLINGUAL -> new Range(0.25, 1.5, "mg/kg under the tongue", "Table 2");
            case ORAL -> new Range(0.3, 1.25, "mg/kg by mouth", "Table 2");
            case RECTAL -> new Range(0.25, 1.5, "mg/kg by rectum", "Table 2");
            // Two to four times the intravenous dose (Table 2), which for pain is 0.25 to 0.5 mg/kg (Table 1).
            case INTRAMUSCULAR -> new Range(0.5, 2, "mg/kg by muscle", "Tables 1 and 2");
            // Printed as the strength of a cream, or not at all.
            case TOPICAL, EPIDURAL, INTRAVENOUS, SUBCUTANEOUS -> null;
        };
    }

    private static String contraindication(Condition condition) {
        return switch (condition) {
            case UNCONTROLLED_CARDIOVASCULAR -> "relative contraindication: poorly controlled cardiovascular disease";
            case PREGNANCY -> "relative contraindication: pregnancy";
            case ACTIVE_PSYCHOSIS -> "relative contraindication: active psychosis";
            case HEPATIC_SEVERE -> "relative contraindication, to be avoided: severe hepatic disease";
            case HEPATIC_MODERATE -> "relative contraindication, with caution: moderate hepatic disease";
            case RAISED_INTRACRANIAL_PRESSURE -> "relative contraindication: raised intracranial pressure";
            case RAISED_INTRAOCULAR_PRESSURE -> "relative contraindication: raised intraocular pressure";
            case SUBSTANCE_ABUSE -> "relative contraindication: active substance abuse";
        };
    }
}
