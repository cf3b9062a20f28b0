package io.dripline.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody before a window of the browser. Whatever the pages write to the console as an error, whatever their scripts throw
 * and whatever they ask of another host is a complaint, and closing the window fails if there was one.
 */
final class Reader implements AutoCloseable {

    static final double PATIENCE = Duration.ofSeconds(40).toMillis();

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> origins;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /**
     * @param home scheme, host and port of the pages
     * @param signIn an address of the host that signs people in
     */
    Reader(BrowserContext context, String home, String signIn) {
        this.context = context;
        this.home = home;
        this.origins = List.of(home + "/", URI.create(signIn).resolve("/").toString());
        context.setDefaultTimeout(PATIENCE);
        context.onRequest(request -> hear(request.url()));
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("threw " + error.error()));
        this.page = context.newPage();
    }

    private void hear(String asked) {
        if (origins.stream().noneMatch(asked::startsWith)) {
            complaints.add("asked another host: " + asked);
        }
    }

    /** What the sign-in's own page says is not ours. */
    private void hear(ConsoleMessage said) {
        if (said.type().equals("error") && said.page().url().startsWith(home)) {
            complaints.add(said.text() + " at " + said.location());
        }
    }

    Page page() {
        return page;
    }

    /** The browser itself writes an answer of 400 or more, and a lost connection, to the console. */
    Reader expecting(String part) {
        expected.add(part);
        return this;
    }

    /** The part that keeps itself current is refused; the browser tells, and so does htmx. */
    Reader expectingRefreshesRefusedBy(int status) {
        return expecting("status of " + status).expecting("Response Status Error Code " + status);
    }

    /** Opens an address of the dashboard; returns the status. */
    int goes(String address) {
        Response answer = page.navigate(home + address);
        if (page.url().startsWith(home)) {
            awaitLive();
        }
        return answer.status();
    }

    /** In the form that is shown. */
    void signsIn(String person) {
        page.fill("#username", person);
        page.fill("#password", "local-" + person);
        page.click("[type=submit]");
        assertThat(page.locator("main#content")).isVisible();
        awaitLive();
    }

    /** A page that keeps itself current says so once what was missed is there. */
    void awaitLive() {
        if (page.locator("#live").count() > 0) {
            assertThat(page.locator("#live"))
                    .hasAttribute(
                            "data-state", "live", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        }
    }

    /** Where the window is, without scheme and host. */
    String at() {
        String url = page.url();
        assertThat(url).startsWith(home);
        return url.substring(home.length());
    }

    /** Presses Tab until this has the focus, as somebody without a mouse does, and sees each time where the focus is. */
    Locator tabsTo(String selector) {
        Locator wanted = page.locator(selector).first();
        for (int presses = 0; presses < 150; presses++) {
            page.keyboard().press("Tab");
            Locator focused = page.locator(":focus");
            if (focused.count() > 0) {
                assertThat(focused.evaluate("e => getComputedStyle(e).outlineStyle"))
                        .as("the focus can be seen at " + focused.evaluate("e => e.outerHTML.slice(0, 90)"))
                        .isNotEqualTo("none");
                if ((boolean) focused.evaluate("(e, selector) => e.matches(selector)", selector)) {
                    return wanted;
                }
            }
        }
        throw new AssertionError("150 times Tab do not lead to " + selector + " on " + page.url());
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints)
                .as("complaints of the pages")
                .filteredOn(complaint -> expected.stream().noneMatch(complaint::contains))
                .isEmpty();
    }
}
