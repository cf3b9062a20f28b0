package io.dripline.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.dripline.reporting.Tokens;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads pages as a browser does, and holds each to what all of them promise a reader. */
public final class ReadPage {

    private ReadPage() {}

    /** A page as an officer gets it. */
    public static Document officers(String address) {
        return read(address, Tokens.officer(), 200);
    }

    /** A page, which promises what all do. */
    public static Document read(String address, String token, int status) {
        Response response = given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(address);
        response.then().statusCode(status).contentType(containsString("text/html"));
        Document page = parse(response.asString());
        assertThatItIsForAll(page);
        return page;
    }

    /** What was written, as a browser understands it. */
    public static Document parse(String html) {
        return Jsoup.parse(html);
    }

    /** Words as they are read: parts of a line apart. */
    public static String words(Element element) {
        return element.html()
                .replaceAll("<[^>]+>", " ")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What a file holds. */
    public static String file(String address, String type) {
        Response response = given().auth()
                .oauth2(Tokens.officer())
                .urlEncodingEnabled(false)
                .get(address);
        response.then().statusCode(200).contentType(containsString(type));
        assertThat(response.header("Content-Disposition")).startsWith("attachment; filename=\"dripline-");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        return response.asString();
    }

    /** Names, references and order that a screen reader, a keyboard and the policy need. */
    public static void assertThatItIsForAll(Document page) {
        Map<String, Long> ids =
                page.select("[id]").stream().collect(Collectors.groupingBy(Element::id, Collectors.counting()));
        assertThat(ids)
                .as("ids are unique")
                .allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        for (String reference : Set.of("aria-labelledby", "aria-describedby", "for")) {
            assertThat(page.select("[" + reference + "]"))
                    .as(reference)
                    .allSatisfy(element -> assertThat(ids.keySet())
                            .contains(element.attr(reference).split(" ")));
        }
        assertThat(page.select("svg[role=img]:not([aria-label])"))
                .as("pictures have words")
                .isEmpty();
        assertThat(page.select("svg:not([role=img]):not([aria-hidden])"))
                .as("other pictures are for the eye alone")
                .isEmpty();
        assertThat(page.select("select, textarea, input:not([type=hidden]):not([type=radio])"))
                .as("fields have labels")
                .allSatisfy(field ->
                        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
        assertThat(page.select(".scroll"))
                .as("what scrolls can be reached and has a name")
                .allSatisfy(region -> assertThat(region.attr("tabindex") + region.attr("role"))
                        .isEqualTo("0region"));
        assertThat(page.select("th:not([scope])"))
                .as("headings of tables say of what")
                .isEmpty();
        assertThat(page.select("time:not([datetime])")).isEmpty();
        assertThat(page.select("script:not([src]), style, [style], [onclick]"))
                .as("nothing stands inline")
                .isEmpty();
        if (!page.select("header").isEmpty()) {
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main#content")).hasSize(1);
            assertThat(page.select("a.skip[href=#content]")).hasSize(1);
            assertThat(page.select("nav").stream()
                            .map(nav -> nav.select("[aria-current]").size()))
                    .as("one place at a time")
                    .allMatch(current -> current <= 1);
        }
    }

    /** Where a page leads within the service. */
    public static Set<String> links(Document page) {
        return page.select("a[href^=/]").stream()
                .map(a -> a.attr("href"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
