package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.SharePlot;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.monitor.DividedAlpha;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How alpha stands divided, and what is left of it.
 *
 * @param headline what officers can still give
 * @param divided the same as numbers
 * @param lines a part each
 * @param picture of the same
 */
public record AlphaView(String headline, DividedAlpha divided, List<Line> lines, Drawing picture) {

    /** A part of alpha, its figures as pages write them. */
    public record Line(String name, DividedAlpha.Part part, String share, String spent, String left) {}

    private static final int DIGITS = 3;

    public AlphaView {
        lines = List.copyOf(lines);
    }

    static AlphaView of(DividedAlpha divided) {
        List<Line> lines = List.of(
                line("Systems, all clinics", divided.allClinics()),
                line("Systems, each clinic", divided.clinics()),
                line("Made by officers", divided.officers()));
        DividedAlpha.Part officers = divided.officers();
        String headline = officers.left() > 0
                ? "● %s of alpha is left for monitors that officers make, of %s."
                        .formatted(left(officers.left()), share(officers.share()))
                : "○ Nothing is left of alpha for monitors that officers make, of %s."
                        .formatted(share(officers.share()));
        return new AlphaView(
                headline,
                divided,
                lines,
                SharePlot.draw(
                        "Alpha of %s, divided".formatted(Figures.threeDigits(divided.alpha())),
                        "Frame: a part's share of alpha; bar within it: what monitors have of it. " + headline,
                        lines.stream()
                                .map(line -> new SharePlot.Part(
                                        line.name(),
                                        line.part().share(),
                                        Math.min(
                                                line.part().spent(), line.part().share()),
                                        line.left() + " left"))
                                .toList()));
    }

    /** Of the whole installation. */
    public String alpha() {
        return Figures.threeDigits(divided.alpha());
    }

    Csv csv() {
        Csv csv = new Csv(List.of("part", "share_of_alpha", "spent", "left", "alpha"));
        lines.forEach(line -> csv.row(
                line.name(),
                line.part().share(),
                line.part().spent(),
                line.part().left(),
                divided.alpha()));
        return csv;
    }

    private static Line line(String name, DividedAlpha.Part part) {
        return new Line(name, part, share(part.share()), share(part.spent()), left(part.left()));
    }

    /** A share of alpha as per cent. */
    static String share(double share) {
        return percent(share, RoundingMode.HALF_UP);
    }

    /** What is left as per cent: never more than there is. */
    static String left(double share) {
        return percent(share, RoundingMode.DOWN);
    }

    private static String percent(double share, RoundingMode rounding) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .round(new MathContext(DIGITS, rounding))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
