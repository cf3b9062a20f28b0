package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.dashboard.chart.Week;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Interval;
import java.util.Objects;

/** A week with exposures. @param counted what was counted in it, with at least one exposure */
public record WeekLine(IsoWeek week, Rate counted) {

    static WeekLine of(Rate rate) {
        return new WeekLine(IsoWeek.parse(String.valueOf(rate.key())), rate);
    }

    double proportion() {
        return Objects.requireNonNull(counted.rate());
    }

    Interval exact() {
        return Objects.requireNonNull(counted.clopperPearson());
    }

    public String rate() {
        return Figures.percent(proportion());
    }

    public String fraction() {
        return "%s of %s".formatted(Figures.count(counted.affected()), Figures.count(counted.exposed()));
    }

    public String interval() {
        return "%s to %s".formatted(Figures.percent(exact().low()), Figures.percent(exact().high()));
    }

    public String awaiting() {
        return Figures.count(counted.possible() - counted.affected());
    }

    Week drawn() {
        return new Week(
                week,
                proportion(),
                (double) counted.possible() / counted.exposed(),
                exact(),
                "%s: %s (%s), %s".formatted(week, rate(), fraction(), interval()));
    }
}
