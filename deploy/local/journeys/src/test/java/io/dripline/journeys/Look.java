package io.dripline.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A way in which a page is looked at, and what is wrong with it then.
 *
 * @param width in CSS pixels, which zooming divides: 1280 wide at 200 % is laid out as 640
 * @param isChecked whether axe looks too; it reads the page rather than the picture, which changes where rows become cards
 * @param isKept whether a picture is kept
 */
record Look(int width, ColorScheme brightness, boolean isChecked, boolean isKept) {

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Levels A and AA of WCAG 2.2 and what it took over. */
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String OVERFLOW = """
            () => {
              const root = document.documentElement;
              const excess = root.scrollWidth - root.clientWidth;
              if (excess <= 0) return [];
              const wide = [...document.body.querySelectorAll("*")]
                .filter((e) => e.getBoundingClientRect().right > root.clientWidth && !e.closest(".scroll"))
                .map((e) => e.tagName.toLowerCase() + (e.className.baseVal ?? e.className ? "." + (e.className.baseVal ?? e.className) : ""));
              return ["reaches " + excess + " px beyond the window: " + wide.slice(0, 6).join(", ")];
            }""";

    static Stream<Look> all() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(brightness -> Stream.of(
                        new Look(1280, brightness, true, brightness == ColorScheme.LIGHT),
                        new Look(768, brightness, false, false),
                        new Look(640, brightness, false, false),
                        new Look(360, brightness, true, brightness == ColorScheme.DARK)));
    }

    /** As most people look. */
    static Look plain() {
        return new Look(1280, ColorScheme.LIGHT, true, true);
    }

    /** In every way. */
    static List<String> allAt(Page page, String name) {
        return all().flatMap(look -> look.at(page, name).stream()).toList();
    }

    /** Looks, and names each thing that is wrong. */
    List<String> at(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(brightness));
        page.setViewportSize(width, 900);
        if (isKept) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("%s-%s.png".formatted(name, this))));
        }
        return Stream.concat(beyondTheWindow(page), isChecked ? violations(page) : Stream.empty())
                .map(wrong -> "%s, %s: %s".formatted(name, this, wrong))
                .toList();
    }

    private static Stream<String> beyondTheWindow(Page page) {
        return ((List<?>) page.evaluate(OVERFLOW)).stream().map(String::valueOf);
    }

    private static Stream<String> violations(Page page) {
        return new AxeBuilder(page)
                        // No page holds another, so the page itself need not be left.
                        .setLegacyMode(true)
                        .withTags(WCAG)
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(Look::sentences);
    }

    private static Stream<String> sentences(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> "%s at %s: %s"
                        .formatted(
                                rule.getId(),
                                node.getHtml(),
                                node.getFailureSummary().replace('\n', ' ')));
    }

    @Override
    public String toString() {
        return width + "-" + brightness.name().toLowerCase(Locale.ROOT);
    }
}
