package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.reporting.alert.AlertDetail;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.dashboard.alert.AlertView.FigureLine;
import io.dripline.reporting.dashboard.alert.AlertView.HistoryLine;
import io.dripline.reporting.dashboard.alert.AlertView.Opinion;
import io.dripline.reporting.dashboard.alert.AlertView.WeekLine;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.EvidencePlot;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.opinion.SecondOpinions;
import io.dripline.reporting.opinion.SecondOpinions.CusumOpinion;
import io.dripline.reporting.opinion.SecondOpinions.MaxSprtOpinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From an alert to the words and the picture of its page. */
final class DescribeAlertPage {

    private final Alert alert;
    private final AlertDetail detail;
    private final Baselines baselines;
    private final Baseline figure;

    private DescribeAlertPage(Alert alert, AlertDetail detail, Baselines baselines) {
        this.alert = alert;
        this.detail = detail;
        this.baselines = baselines;
        this.figure = baselines.get(alert.evidence().baseline());
    }

    static AlertView of(Alert alert, AlertDetail detail, Baselines baselines) {
        return new DescribeAlertPage(alert, detail, baselines).view();
    }

    private AlertView view() {
        return new AlertView(
                alert,
                detail,
                title(alert),
                AlertWords.isSettled(alert) ? "settled" : "open",
                AlertWords.of(alert),
                new ShownTime(alert.raisedAt()),
                observed(alert),
                Literature.printed(figure),
                Literature.source(figure),
                measureHref(),
                Figures.eValue(alert.lnE()),
                Figures.count(Math.round(alert.threshold())),
                Words.promise(alert.promise()),
                superseded(),
                picture(),
                weeks(),
                opinions(),
                detail.figures().stream().map(this::figure).toList(),
                history().reversed());
    }

    static String title(Alert alert) {
        return Words.measure(alert.measure()) + " · " + Words.cohort(alert.cohort());
    }

    static String observed(Alert alert) {
        return "%s of %s %s (%s)"
                .formatted(
                        Figures.count(alert.affected()),
                        Figures.count(alert.exposed()),
                        Words.units(alert.unit()),
                        Figures.percent((double) alert.affected() / alert.exposed()));
    }

    private String measureHref() {
        Map<String, String> filters = new TreeMap<>(alert.cohort());
        filters.put("unit", alert.unit().name());
        return Addresses.measure(alert.measure(), filters);
    }

    private @Nullable String superseded() {
        Superseded corrected = alert.superseded();
        return corrected == null
                ? null
                : "The sessions that it was raised on have been corrected since: %s of %s, E = %s. That no longer reaches %s."
                        .formatted(
                                Figures.count(corrected.affected()),
                                Figures.count(corrected.exposed()),
                                Figures.eValue(corrected.lnE()),
                                Figures.count(Math.round(alert.threshold())));
    }

    private @Nullable Drawing picture() {
        if (detail.trajectory().isEmpty()) {
            return null;
        }
        WeekEvidence last = detail.trajectory().getLast();
        return EvidencePlot.draw(
                "Evidence E for an excess over %s, by week up to the alert: %s, %s"
                        .formatted(Literature.printed(figure), title(alert), Words.units(alert.unit())),
                "After %s E was %s, an alert needs %s. High since %s."
                        .formatted(
                                last.week(),
                                Figures.eValue(last.lnE()),
                                Figures.count(Math.round(alert.threshold())),
                                alert.highSinceWeek()),
                detail.trajectory().stream()
                        .map(point -> new EvidencePlot.Point(
                                point.week(),
                                point.lnE(),
                                "%s: E = %s".formatted(point.week(), Figures.eValue(point.lnE()))))
                        .toList(),
                List.of(new EvidencePlot.Raised(
                        last.week(), alert.lnE(), "Alert raised, E = " + Figures.eValue(alert.lnE()))),
                alert.threshold());
    }

    private List<WeekLine> weeks() {
        AlertEvidence evidence = alert.evidence();
        List<WeekLine> lines = new ArrayList<>();
        for (int i = 0; i < evidence.weeks().size(); i++) {
            WeekCount week = evidence.weeks().get(i);
            double lnE = detail.trajectory().get(i).lnE();
            lines.add(new WeekLine(
                    week.week().toString(),
                    "%s of %s".formatted(Figures.count(week.affected()), Figures.count(week.exposed())),
                    week.exposed() == 0 ? "–" : Figures.percent((double) week.affected() / week.exposed()),
                    Figures.eValue(lnE),
                    String.format(Locale.ROOT, "%.2f", lnE)));
        }
        return lines;
    }

    private List<Opinion> opinions() {
        SecondOpinions second = detail.secondOpinions();
        List<Opinion> opinions = new ArrayList<>();
        if (second.exactTail() != null) {
            opinions.add(new Opinion(
                    "Exact tail",
                    "exact-tail",
                    "If the rate were %s, so many or more would be found with a probability of %s at this one look."
                            .formatted(
                                    Figures.nullPercent(alert.evidence().p0()),
                                    Figures.threeDigits(second.exactTail()))));
        }
        if (second.maxSprt() != null) {
            opinions.add(new Opinion("MaxSPRT", "maxsprt", of(second.maxSprt())));
        }
        if (second.cusum() != null) {
            opinions.add(new Opinion("CUSUM", "cusum", of(second.cusum())));
        }
        if (detail.alert().ofFigures() > 0) {
            opinions.add(new Opinion(
                    "Comparable figures",
                    "comparable",
                    "The rate at the alert lies above %d of the %d comparable published figures."
                            .formatted(
                                    detail.alert().exceedsFigures(),
                                    detail.alert().ofFigures())));
        }
        return opinions;
    }

    private FigureLine figure(ComparedFigure compared) {
        // One that was only held beside an alert may have left the catalogue since.
        Optional<Baseline> printed = baselines.find(compared.baseline());
        return new FigureLine(
                printed.isPresent() ? Addresses.figure(compared.baseline()) : null,
                printed.map(Literature::source).orElse(compared.baseline()),
                Words.measure(compared.measure()),
                Figures.percent(compared.published()),
                compared.exceeded() ? "above it" : "not above it");
    }

    private static String of(MaxSprtOpinion maxSprt) {
        if (maxSprt.signals() == null || maxSprt.criticalValue() == null) {
            return "Its critical value is being computed; look again in some seconds.";
        }
        // It signals for good; what is kept of the ratio is that at the last look.
        boolean before = maxSprt.signals() && maxSprt.llr() <= maxSprt.criticalValue();
        return "%s: its log-likelihood ratio was %s after %s exposures, a signal lies above %s (horizon %s)."
                .formatted(
                        before
                                ? "▲ Signalled at an earlier look"
                                : maxSprt.signals() ? "▲ Signals" : "○ Does not signal",
                        Figures.threeDigits(maxSprt.llr()),
                        Figures.count(maxSprt.exposed()),
                        Figures.threeDigits(maxSprt.criticalValue()),
                        Figures.count(maxSprt.horizon()));
    }

    private static String of(CusumOpinion cusum) {
        Double inControl = cusum.arlInControl();
        Double shifted = cusum.arlShifted();
        String runLengths = inControl == null || shifted == null
                ? "its mean run lengths are being computed; look again in some seconds"
                : "mean exposures to a signal %s at the null, %s at that ratio"
                        .formatted(Figures.count(Math.round(inControl)), Figures.count(Math.round(shifted)));
        return "%s: its largest sum was %s, the limit is %s (odds ratio %s; %s)."
                .formatted(
                        cusum.signals() ? "▲ Signals" : "○ Does not signal",
                        Figures.threeDigits(cusum.largest()),
                        Figures.threeDigits(cusum.limit()),
                        Figures.threeDigits(cusum.oddsRatio()),
                        runLengths);
    }

    private List<HistoryLine> history() {
        List<HistoryLine> lines = new ArrayList<>();
        AlertStep before = null;
        for (AlertStep step : alert.history()) {
            lines.add(new HistoryLine(AlertWords.of(step, before), new ShownTime(step.at()), step.by(), step.reason()));
            before = step;
        }
        return lines;
    }
}
