package io.dripline.local.demo.clinic;

import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Premedication;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays with a patient from course to course.
 *
 * @param code the patient's name within the clinic
 * @param opioidMgMorphineEquivalentPerDay null where the clinic does not state it
 */
record Patient(
        String code,
        Indication indication,
        double weightKg,
        @Nullable Double opioidMgMorphineEquivalentPerDay,
        Route route,
        Formulation formulation,
        PlannedDose plannedDose,
        List<Premedication> premedication,
        Setting setting) {

    private static final List<Double> BOLUSES = List.of(0.1, 0.15, 0.2, 0.25, 0.3, 0.35);
    private static final List<Double> RATES = List.of(0.5, 0.5, 0.5, 0.6, 0.7, 0.8, 1.0, 1.0, 1.2, 1.5);
    private static final List<Double> SINGLE_DOSES = List.of(0.25, 0.5, 0.5, 1.0);
    private static final List<Indication> INDICATIONS = List.of(
            Indication.NEUROPATHIC_PAIN,
            Indication.COMPLEX_REGIONAL_PAIN_SYNDROME,
            Indication.FIBROMYALGIA,
            Indication.LOW_BACK_PAIN,
            Indication.SPINAL_CORD_INJURY,
            Indication.PHANTOM_LIMB_PAIN,
            Indication.CANCER_PAIN,
            Indication.HEADACHE,
            Indication.MIXED_PAIN);

    static Patient of(String code, Draws draws) {
        Route route = switch (draws.weighted(92, 4, 2, 2)) {
            case 0 -> Route.INTRAVENOUS;
            case 1 -> Route.SUBCUTANEOUS;
            case 2 -> Route.INTRANASAL;
            default -> Route.SUBLINGUAL;
        };
        return new Patient(
                code,
                INDICATIONS.get(draws.weighted(26, 22, 12, 12, 8, 6, 5, 3, 6)),
                draws.between(480, 1150) / 10.0,
                draws.chance(0.15) ? null : (double) (draws.chance(0.3) ? 0 : 10 * draws.between(1, 20)),
                route,
                draws.chance(0.95) ? Formulation.RACEMIC : Formulation.ESKETAMINE,
                isInfused(route)
                        ? new PlannedDose(draws.chance(0.6) ? draws.oneOf(BOLUSES) : null, draws.oneOf(RATES), null)
                        : new PlannedDose(null, null, draws.oneOf(SINGLE_DOSES)),
                premedication(draws),
                draws.chance(0.2) ? Setting.INPATIENT : Setting.OUTPATIENT);
    }

    /** What is given in a session of so many minutes, to a tenth of a milligram. */
    GivenDose given(int minutes) {
        double bolus = plannedDose.bolusMgPerKg() == null ? 0 : plannedDose.bolusMgPerKg();
        double infused = plannedDose.mgPerKgPerHour() == null ? 0 : plannedDose.mgPerKgPerHour() * minutes / 60;
        double single = plannedDose.mgPerKg() == null ? 0 : plannedDose.mgPerKg();
        return new GivenDose(Math.round((bolus + infused + single) * weightKg * 10) / 10.0);
    }

    private static List<Premedication> premedication(Draws draws) {
        List<Premedication> given = new ArrayList<>();
        if (draws.chance(0.35)) {
            given.add(Premedication.MIDAZOLAM);
        }
        if (draws.chance(0.15)) {
            given.add(Premedication.CLONIDINE);
        }
        if (draws.chance(0.3)) {
            given.add(Premedication.ANTIEMETIC);
        }
        return given;
    }

    private static boolean isInfused(Route route) {
        return route == Route.INTRAVENOUS || route == Route.SUBCUTANEOUS;
    }
}
