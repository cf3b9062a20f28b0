package io.dripline.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The machine's Chromium, which runs scripts, lays out and paints; each window is somebody's own. */
final class Windows implements AutoCloseable {

    /** What Playwright would download; what it needs comes in a jar. */
    private static final Map<String, String> NO_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    /** Nothing is asked for but by the pages. */
    private static final List<String> QUIETLY = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Windows() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Reader.PATIENCE);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(
                                InstalledChromium.find(System.getenv()).orElseThrow())
                        .setArgs(QUIETLY));
    }

    /** @param signedIn what a window kept that is closed; null for somebody who was never here */
    BrowserContext open(@Nullable String signedIn) {
        return browser.newContext(new Browser.NewContextOptions()
                .setStorageState(signedIn)
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Australia/Sydney"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
