package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.SharePlot;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.monitor.DividedAlpha;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How alpha stands divided, and what is left of it.
 *
 * @param headline what officers can still give
 * @param alpha of the whole installation
 * @param lines a part each
 * @param picture of the same
 */
public record AlphaView(String headline, String alpha, List<Line> lines, Drawing picture) {

    /** A part of alpha, its figures as pages write them. */
    public record Line(String name, DividedAlpha.Part part, String share, String spent, String left) {}

    private static final MathContext DIGITS = new MathContext(6);

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
                        .formatted(share(officers.left()), share(officers.share()))
                : "○ Nothing is left of alpha for monitors that officers make, of %s."
                        .formatted(share(officers.share()));
        return new AlphaView(
                headline,
                Figures.threeDigits(divided.alpha()),
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

    Csv csv() {
        Csv csv = new Csv(List.of("part", "share_of_alpha", "spent", "left"));
        lines.forEach(line -> csv.row(
                line.name(),
                line.part().share(),
                line.part().spent(),
                line.part().left()));
        return csv;
    }

    private static Line line(String name, DividedAlpha.Part part) {
        return new Line(name, part, share(part.share()), share(part.spent()), share(part.left()));
    }

    /** A share of alpha as per cent, with so many digits that the smallest one that can be spent shows in what is left. */
    static String share(double share) {
        return new BigDecimal(share)
                        .movePointRight(2)
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
