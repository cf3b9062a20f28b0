package io.dripline.local.faults;

import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import io.dripline.local.faults.Report.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** The reports of one cycle: back-filled over two years, some of a patient seen before, one in three with events. Decided by a seed. */
final class WriteReports {

    private static final int DAYS_BACK = 730;
    /** Sessions of the same patient meet in courses, which later ones of an earlier day join or split. */
    private static final int PATIENTS = 60;

    /** Of all reports that no monitor of a cycle watches. */
    static final Group USUAL = new Group(Route.INTRAVENOUS, Formulation.RACEMIC, Indication.NEUROPATHIC_PAIN);

    private static final List<List<String>> EVENTS = List.of(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("dizzy", "felt sick"),
            List.of("palpitations"),
            List.of("walls were breathing"),
            List.of("something that no vocabulary knows"));

    private static final int DOSE = 35;

    private final String cycle;
    private final LocalDate today;
    private final SplittableRandom random;
    private int written;

    /**
     * @param cycle what references and patients begin with, so that no two cycles share any
     * @param today sessions lie before it, but not in the week of {@link #probe}
     */
    WriteReports(String cycle, LocalDate today, long seed) {
        this.cycle = cycle;
        this.today = today;
        this.random = new SplittableRandom(seed);
    }

    /** Another session. */
    synchronized Report next() {
        LocalDate day = today.minusDays(random.nextInt(1, DAYS_BACK));
        return new Report(
                "%s-%d".formatted(cycle, written++),
                "%s-p%d".formatted(cycle, random.nextInt(PATIENTS)),
                day,
                USUAL,
                DOSE,
                EVENTS.get(random.nextInt(EVENTS.size())));
    }

    /** A first session of another patient, each with an event, of those whom one monitor watches. */
    synchronized Report excess(Group group) {
        int number = written++;
        return new Report(
                "%s-%d".formatted(cycle, number),
                "%s-x%d".formatted(cycle, number),
                today.minusDays(1),
                group,
                DOSE,
                List.of("dizzy"));
    }

    /** A session in a week that holds no others, by which one sees whether the line counts again. */
    synchronized Report probe() {
        int number = written++;
        return new Report(
                "%s-%d".formatted(cycle, number),
                "%s-y%d".formatted(cycle, number),
                probeWeek(today),
                USUAL,
                DOSE,
                List.of());
    }

    /** A Wednesday before all others. */
    static LocalDate probeWeek(LocalDate today) {
        LocalDate before = today.minusDays(DAYS_BACK + 14L);
        return before.minusDays(before.getDayOfWeek().getValue() - 3L);
    }
}
