package io.dripline.bench.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LinePlotTest {

    @Test
    void drawsEachLineFromTheFirstTickToTheLast() throws Exception {
        LinePlot plot = new LinePlot(
                "a < b & \"c\"",
                new LinePlot.Axis("x", List.of(1.0, 10.0, 100.0), true, ""),
                new LinePlot.Axis("y", List.of(0.0, 50.0), false, " %"),
                List.of(new LinePlot.Line(
                        "one", List.of(new double[] {1, 0}, new double[] {10, 25}, new double[] {100, 99}))));

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));

        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("a < b & \"c\"");
        assertThat(plot.svg())
                .contains("d=\"M70.0 370.0 L290.0 205.0 L510.0 40.0\"")
                .contains(">50 %<");
    }
}
