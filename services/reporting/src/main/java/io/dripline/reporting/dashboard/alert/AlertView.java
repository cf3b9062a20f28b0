package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.alert.AlertDetail;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert as its page shows it.
 *
 * @param title measure and cohort
 * @param css open or settled
 * @param state what has become of it
 * @param observed affected of exposed, in words
 * @param published what it was held against, as it was printed
 * @param source who printed it
 * @param measureHref the page of exactly what its monitor watches
 * @param promise in words
 * @param superseded what corrections made of it, in a sentence; null while it stands
 * @param picture E over time up to the crossing; null where no week was kept
 * @param weeks behind the picture
 * @param opinions other methods' answers
 * @param figures the comparable published ones
 * @param history every step, the latest first
 */
public record AlertView(
        Alert alert,
        AlertDetail detail,
        String title,
        String css,
        AlertWords.Sentence state,
        ShownTime raisedAt,
        String observed,
        String published,
        String source,
        String measureHref,
        String e,
        String threshold,
        String promise,
        @Nullable String superseded,
        @Nullable Drawing picture,
        List<WeekLine> weeks,
        List<Opinion> opinions,
        List<FigureLine> figures,
        List<HistoryLine> history) {

    /** What was counted of a week, and how strong the evidence was after it. */
    public record WeekLine(String week, String fraction, String rate, String e, String lnE) {}

    /** What another method says. @param anchor of the method in the glossary */
    public record Opinion(String method, String anchor, String answer) {}

    /** A published figure. @param href null once it left the catalogue @param counts its measure @param rate where the rate at the alert lies */
    public record FigureLine(@Nullable String href, String source, String counts, String published, String rate) {}

    /** A step. @param why null where no reason was asked for */
    public record HistoryLine(
            String what, ShownTime at, String by, @Nullable String why) {}

    public AlertView {
        weeks = List.copyOf(weeks);
        opinions = List.copyOf(opinions);
        figures = List.copyOf(figures);
        history = List.copyOf(history);
    }

    /** Whether the figures are those that it was held beside when it was raised; else those of now. */
    public boolean figuresOfThen() {
        return alert.figures() != null;
    }

    public String id() {
        return alert.id().toString();
    }

    public String highSince() {
        return alert.highSinceWeek().toString();
    }
}
