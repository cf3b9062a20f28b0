package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.chart.Drawing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of the monitor that watches exactly what is shown.
 *
 * @param comparison what it says now
 * @param verdict in words, with its shape
 * @param promise in words
 * @param picture ln E over time; null while there is nothing to draw
 * @param points behind the picture, ascending
 * @param threshold as a page writes it
 */
public record EvidenceView(
        Comparison comparison,
        String verdict,
        String promise,
        @Nullable Drawing picture,
        List<EvidenceLine> points,
        String threshold) {

    /** How strong the evidence was after a week. */
    public record EvidenceLine(WeekEvidence point, String week, String e, String lnE) {}

    public EvidenceView {
        points = List.copyOf(points);
    }

    public String css() {
        return comparison.verdict().name();
    }
}
