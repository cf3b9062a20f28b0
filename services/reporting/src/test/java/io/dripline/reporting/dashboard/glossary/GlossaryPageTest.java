package io.dripline.reporting.dashboard.glossary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class GlossaryPageTest {

    private static final Pattern LINK = Pattern.compile("/glossary#([a-z-]+)");

    @Test
    void explainsWhateverPagesLinkTo() throws IOException {
        Document page = ReadPage.officers("/glossary");

        assertThat(page.select("#live, script[src*=htmx]"))
                .as("it never changes")
                .isEmpty();
        assertThat(page.select("dt[id]"))
                .allSatisfy(term -> assertThat(term.nextElementSibling().text()).isNotBlank());
        assertThat(linked())
                .isNotEmpty()
                .allSatisfy(term -> assertThat(page.select("dt#" + term)).hasSize(1));
    }

    @Test
    void saysWhatAShareOfAlphaComesTo() {
        Document page = ReadPage.officers("/glossary");

        assertThat(page.selectFirst("#threshold").nextElementSibling().text())
                .isEqualTo(
                        "An alert is raised where E reaches 1 / (alpha × the monitor's share): 200 at an alpha of 0.05 and a share of 10 %.");
        assertThat(page.selectFirst("#alpha").nextElementSibling().text())
                .startsWith(
                        "The chance that any monitor of this installation ever raises a false alert, in all its time, is at most alpha.");
        assertThat(page.selectFirst("#promise").nextElementSibling().text())
                .contains("no more than alpha times the monitor's share");
    }

    /** However narrow the page is: else the name wraps alone, to the other side. */
    @Test
    void whoReadsAndTheirThemeStandTogetherInTheHeader() throws IOException {
        Document page = ReadPage.officers("/glossary");

        assertThat(page.select("header > .reader > .theme, header > .reader > .who"))
                .hasSize(2);
        try (InputStream style = getClass().getResourceAsStream("/META-INF/resources/dripline.css")) {
            assertThat(new String(style.readAllBytes(), UTF_8))
                    .containsPattern("header \\.reader \\{[^}]*margin-left: auto")
                    .doesNotContainPattern("header \\.(theme|who) \\{[^}]*margin-left");
        }
    }

    @Test
    void aClinicMayReadItAndIsLedToItsOwnPagesAlone() {
        Document page = ReadPage.read("/glossary", Tokens.clinic("clinic-north"), 200);

        assertThat(page.select("nav a").eachAttr("href"))
                .containsExactly("/clinic", "/clinic/sessions/new", "/clinic/sessions/upload", "/glossary");
    }

    private static List<String> linked() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            return templates
                    .filter(Files::isRegularFile)
                    .flatMap(template -> LINK.matcher(read(template)).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
        }
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
