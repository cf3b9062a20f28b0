package io.dripline.reporting.dashboard.download;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers that a browser keeps as files. */
public final class Download {

    /** The pages' own style of charts, so that what is taken away looks like what was seen. */
    private static final String STYLE = standingAlone(read("/META-INF/resources/chart.css"));

    private Download() {}

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance svg(Drawing drawing, String style);
    }

    /** A drawing as SVG. @param name of the file, without its ending */
    public static Response svg(String name, Drawing drawing) {
        return file(
                name + ".svg", "image/svg+xml", Templates.svg(drawing, STYLE).render());
    }

    /** Figures as CSV. @param name of the file, without its ending */
    public static Response csv(String name, Csv lines) {
        return file(name + ".csv", "text/csv;charset=UTF-8", lines.toString());
    }

    /** A document as PDF. @param name of the file, without its ending */
    public static Response pdf(String name, byte[] document) {
        return file(name + ".pdf", "application/pdf", document);
    }

    /** The style of charts for where no page's own is at hand. */
    public static String chartStyle() {
        return STYLE;
    }

    private static Response file(String name, String type, Object content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(plain(name)))
                // Its address ends like that of a part of a page, which may be kept; figures may not.
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** With the colours that the pages' own variables would have in a light page. */
    static String standingAlone(String style) {
        return style.replaceAll("var\\(--[a-z-]+, *([^)]+)\\)", "$1");
    }

    private static String read(String resource) {
        try (InputStream in = Download.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
