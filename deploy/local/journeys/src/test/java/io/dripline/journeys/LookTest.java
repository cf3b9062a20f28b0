package io.dripline.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journeys must find in a page that is wrong; a look that finds nothing proves nothing otherwise. */
@ExtendWith(SkipWithoutChromium.class)
class LookTest {

    private static final String SOUND = "<h1>Sound</h1>";

    private static Windows windows;

    private HttpServer server;
    private String content = SOUND;

    @BeforeAll
    static void openTheBrowser() {
        windows = new Windows();
    }

    @AfterAll
    static void closeTheBrowser() {
        windows.close();
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isThePage = exchange.getRequestURI().getPath().equals("/");
            byte[] page = """
                    <!DOCTYPE html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <style>:root { color-scheme: light dark; } body { margin: 0; color: #777; background: #fff; }
                    h1 { color: light-dark(#000, #fff); background: light-dark(#fff, #000); }</style></head>
                    <body><main>%s</main></body></html>
                    """.formatted(content).getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
            exchange.sendResponseHeaders(isThePage ? 200 : 404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSoundPageHasNothingWrong() {
        assertThat(seen(SOUND, page -> Look.allAt(page, "page"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1280-light | button-name                      | <button></button>
            360-dark   | image-alt                        | <img src="data:,">
            1280-dark  | label                            | <input>
            360-light  | color-contrast                   | <p style="color: #999; background: #fff">faint words</p>
            1280-dark  | color-contrast                   | <p style="color: light-dark(#000, #333); background: light-dark(#fff, #000)">faint words</p>
            360-light  | color-contrast                   | <p style="color: light-dark(#ccc, #fff); background: light-dark(#fff, #000)">faint words</p>
            1280-light | reaches 720 px beyond the window | <div style="width: 2000px; height: 1px"></div>
            360-dark   | reaches 40 px beyond the window  | <div style="width: 400px; height: 1px"></div>
            640-light  | reaches 60 px beyond the window  | <div style="width: 700px; height: 1px"></div>
            """)
    void findsWhatIsWrongInItsWidthAndBrightness(String name, String found, String wrong) {
        Look look = Look.all()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(seen(SOUND + wrong, page -> look.at(page, "page")))
                .anyMatch(said -> said.startsWith("page, %s: %s".formatted(name, found)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <script>console.error("something is wrong")</script>  | something is wrong
            <script>throw new Error("nobody caught this")</script> | nobody caught this
            <img alt="" src="/nothing.png">                        | status of 404
            <img alt="" src="http://127.0.0.1:1/elsewhere.png">    | asked another host: http://127.0.0.1:1/elsewhere.png
            """)
    void aComplaintFailsWhoClosesTheWindow(String complaining, String complaint) {
        content = SOUND + complaining;
        Reader reader = reader();
        reader.goes("/");

        assertThatThrownBy(reader::close).isInstanceOf(AssertionError.class).hasMessageContaining(complaint);
    }

    @Test
    void onlyWhatIsExpectedIsForgiven() {
        content = SOUND + "<script>console.error('expected'); console.error('but not this')</script>";
        Reader reader = reader().expecting("is expected").expecting("expected");
        reader.goes("/");

        assertThatThrownBy(reader::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but not this")
                .hasMessageNotContaining("\"expected");
    }

    @Test
    void aFocusThatCannotBeSeenFailsWhoTabs() {
        content = SOUND + "<a id=a href='/'>a</a><a id=b href='/' style='outline: none'>b</a><a id=c href='/'>c</a>";
        try (Reader reader = reader()) {
            reader.goes("/");

            reader.tabsTo("#a");

            assertThatThrownBy(() -> reader.tabsTo("#c"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the focus can be seen at <a id=\"b\"");
        }
    }

    private List<String> seen(String shown, Function<Page, List<String>> look) {
        content = shown;
        try (Reader reader = reader()) {
            reader.goes("/");
            return look.apply(reader.page());
        }
    }

    private Reader reader() {
        String home = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Reader(windows.open(null), home, home);
    }
}
