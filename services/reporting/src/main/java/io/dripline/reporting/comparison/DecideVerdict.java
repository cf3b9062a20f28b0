package io.dripline.reporting.comparison;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.Promise;
import io.dripline.reporting.alert.JudgedWeek;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Promised;
import io.dripline.reporting.alert.WeighPromise;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.incidence.Rate;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.opinion.ComparableFigures;
import io.dripline.reporting.opinion.GiveSecondOpinions;
import io.dripline.reporting.opinion.Patience;
import io.dripline.reporting.opinion.SecondOpinions;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Verdict;
import io.dripline.statistics.VilleInequality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what was judged, what was published and what is latched, to a comparison with its verdict. */
final class DecideVerdict {

    /** Events of courses that started later than this are still coming. */
    private static final int SETTLING_DAYS = 14;

    private final Baselines baselines;
    private final GiveSecondOpinions secondOpinions;
    private final Patience patience;
    private final LocalDate today;
    private final OpenWeeks open;

    /**
     * @param open where sessions may still be missing
     * @param patience with critical values that are still being computed, for all that is compared together
     */
    DecideVerdict(
            Baselines baselines, GiveSecondOpinions secondOpinions, Instant now, OpenWeeks open, Patience patience) {
        this.baselines = baselines;
        this.secondOpinions = secondOpinions;
        this.today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        this.open = open;
        this.patience = patience;
    }

    /** @param latched the monitor's alert unless it was superseded, null if there is none */
    Comparison compare(Monitor monitor, Judgement judgement, @Nullable Alert latched) {
        Baseline baseline = baselines.get(monitor.baseline());
        Counts counts = new Counts(judgement.exposed(), judgement.affected());
        Double p0 = monitor.p0();
        Verdict verdict = Verdict.decide(baseline.rangeLow(), p0, counts, latched != null, settled(judgement));
        Promised promised = promise(verdict, monitor, baseline, judgement, latched);
        Rate rate = Rate.of(null, counts.exposed(), counts.affected(), judgement.possible());
        double threshold = monitor.threshold();
        ComparableFigures figures =
                ComparableFigures.beside(baselines, monitor.measure(), monitor.unit(), monitor.cohort(), rate.rate());
        return new Comparison(
                monitor.id(),
                monitor.measure(),
                monitor.unit(),
                monitor.cohort(),
                counts.exposed(),
                counts.affected(),
                judgement.possible(),
                rate.rate(),
                rate.clopperPearson(),
                baseline.id(),
                p0,
                monitor.nullStates(),
                p0 == null ? null : lnE(judgement),
                threshold,
                p0 == null ? null : VilleInequality.alwaysValidP(monitor.supLnE() == null ? 0 : monitor.supLnE()),
                verdict,
                promised.promise(),
                promised.remarks(),
                secondOpinions.about(p0, threshold, judgement.counts(), patience),
                figures.exceeded(),
                figures.of(),
                figures.figures());
    }

    /** What is left to say of a monitor whose comparison failed: its counts, and the alert that stands, without any figure beside them. */
    static Comparison cannotCompare(Monitor monitor, Judgement judgement, @Nullable Alert latched) {
        List<String> failed = List.of("It could not be compared with the literature: reporting's log says why.");
        return new Comparison(
                monitor.id(),
                monitor.measure(),
                monitor.unit(),
                monitor.cohort(),
                judgement.exposed(),
                judgement.affected(),
                judgement.possible(),
                null,
                null,
                monitor.baseline(),
                monitor.p0(),
                monitor.nullStates(),
                null,
                monitor.threshold(),
                null,
                latched == null ? Verdict.CANNOT_ASSESS : Verdict.EXCEEDS,
                latched == null ? Promise.NONE : latched.promise(),
                latched == null
                        ? failed
                        : Stream.concat(failed.stream(), latched.promiseRemarks().stream())
                                .toList(),
                SecondOpinions.NONE,
                0,
                0,
                List.of());
    }

    /** Without exposure nothing speaks against the null: E is 1. */
    private static double lnE(Judgement judgement) {
        return judgement.lnE() == null ? 0 : judgement.lnE();
    }

    /** The counts of weeks that ended before the last 14 days. */
    private Counts settled(Judgement judgement) {
        LocalDate firstUnsettled = today.minusDays(SETTLING_DAYS);
        Counts settled = Counts.ZERO;
        for (JudgedWeek week : judgement.weeks()) {
            if (week.week().plus(1).monday().compareTo(firstUnsettled) <= 0) {
                settled = settled.plus(new Counts(week.exposed(), week.affected()));
            }
        }
        return settled;
    }

    private Promised promise(
            Verdict verdict, Monitor monitor, Baseline baseline, Judgement judgement, @Nullable Alert latched) {
        return switch (verdict) {
            case EXCEEDS ->
                latched == null
                        ? ofCounts(monitor, baseline, judgement)
                        : new Promised(latched.promise(), latched.promiseRemarks());
            case TOO_FEW -> ofCounts(monitor, baseline, judgement);
            case WITHIN_RANGE, BELOW_RANGE ->
                new Promised(
                        Promise.NONE,
                        Stream.of(
                                        List.of("Within and below the range describe; they carry no promise."),
                                        WeighPromise.notComparable(monitor, baseline),
                                        WeighPromise.byOfficer(monitor, baseline))
                                .flatMap(List::stream)
                                .toList());
            case CANNOT_ASSESS ->
                new Promised(
                        Promise.NONE,
                        List.of(
                                monitor.p0() == null
                                        ? "There is no null: the source prints \"%s\".".formatted(baseline.printed())
                                        : "Nothing has been counted yet."));
        };
    }

    private Promised ofCounts(Monitor monitor, Baseline baseline, Judgement judgement) {
        return WeighPromise.ofCounts(
                monitor, baseline, judgement, open.within(monitor.clinic(), monitor.startWeek(), null));
    }
}
