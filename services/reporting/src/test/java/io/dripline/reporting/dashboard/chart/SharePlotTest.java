package io.dripline.reporting.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn of shares is as long as they are large. */
class SharePlotTest {

    @Test
    void aBarIsAsMuchOfItsFrameAsIsSpent() {
        Drawing drawing = SharePlot.draw(
                "Alpha",
                "",
                List.of(
                        new SharePlot.Part("half", 0.5, 0.25, "25 % left"),
                        new SharePlot.Part("tenth", 0.1, 0, "10 % left")));

        List<Drawing.Box> frames = boxes(drawing, "band");
        List<Drawing.Box> bars = boxes(drawing, "bar");
        assertThat(frames.get(0).width()).isEqualTo(5 * frames.get(1).width());
        assertThat(bars).as("nothing spent is no bar").hasSize(1);
        assertThat(bars.getFirst().width()).isEqualTo(frames.getFirst().width() / 2);
        assertThat(drawing.labels().stream().map(Drawing.Label::text)).contains("half", "25 % left", "10 % left");
    }

    private static List<Drawing.Box> boxes(Drawing drawing, String css) {
        return drawing.boxes().stream().filter(box -> box.css().equals(css)).toList();
    }
}
