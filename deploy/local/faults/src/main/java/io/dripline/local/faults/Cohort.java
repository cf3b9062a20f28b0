package io.dripline.local.faults;

import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import io.dripline.local.faults.Report.Group;
import java.util.List;

/** The clinic that reports in a cycle, and the group of its patients whom the cycle's monitor watches. */
record Cohort(String clinic, Group group) {

    static final List<String> CLINICS = List.of("clinic-north", "clinic-south", "clinic-east");

    private static final List<Route> ROUTES = List.of(Route.values());
    private static final List<Indication> INDICATIONS = List.of(Indication.values());
    private static final List<Formulation> FORMULATIONS = List.of(Formulation.values());

    /** Cycles after which a cohort would come again, whose monitor would find what the former one found. */
    static final int DIFFERENT = CLINICS.size() * (ROUTES.size() - 1) * INDICATIONS.size() * FORMULATIONS.size();

    /**
     * That of a cycle; never the route of all other reports.
     *
     * @param number from 1
     * @throws IllegalArgumentException beyond {@link #DIFFERENT}
     */
    static Cohort of(int number) {
        if (number < 1 || number > DIFFERENT) {
            throw new IllegalArgumentException(
                    "the same data take %d cycles; remove them, or name others by --data".formatted(DIFFERENT));
        }
        int left = number - 1;
        String clinic = CLINICS.get(left % CLINICS.size());
        left /= CLINICS.size();
        Route route = ROUTES.get(1 + left % (ROUTES.size() - 1));
        left /= ROUTES.size() - 1;
        Indication indication = INDICATIONS.get(left % INDICATIONS.size());
        left /= INDICATIONS.size();
        return new Cohort(clinic, new Group(route, FORMULATIONS.get(left), indication));
    }
}
