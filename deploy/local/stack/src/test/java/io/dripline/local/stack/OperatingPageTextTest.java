package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the operator's page names in its prose and tables is there. */
class OperatingPageTextTest {

    private static final Path ROOT = Checkout.root();

    private final OperatingPage page = OperatingPage.read();

    @Test
    void theScriptHasTheCommandsThatAreNamed() throws IOException {
        var offered =
                found("(?m)^  ([a-z-]+)(?: \\| -h \\| --help)?\\) [a-z_]+", Files.readString(ROOT.resolve("dripline")));

        assertThat(found("\\./dripline ([a-z-]+)", page.text()))
                .contains("recount")
                .isSubsetOf(offered);
    }

    @Test
    void theServicesCountWhatIsToBeWatched() throws IOException {
        var sources = sources("services");

        assertThat(found("`(dripline_[a-z_]+)_total", page.text()))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(sources).contains('"' + metric.replace('_', '.') + '"'));
        assertThat(found("`/q/health/([a-z]+)`", page.text())).containsOnly("ready", "well");
        assertThat(sources).contains("@Readiness", "@Wellness");
    }

    @Test
    void aSettingIsAPropertyOfItsService() {
        var rows = Pattern.compile("(?m)^\\| `(DRIPLINE_[A-Z_]+)` \\| (\\w+) \\|")
                .matcher(page.text())
                .results()
                .toList();

        assertThat(rows).hasSizeGreaterThan(3).allSatisfy(row -> {
            var services = row.group(2).equals("all")
                    ? List.of("intake", "classification", "incidence", "reporting")
                    : List.of(row.group(2));
            assertThat(services)
                    .allSatisfy(service -> assertThat(settings(service)).contains(row.group(1)));
        });
    }

    @Test
    void theRealmHoldsWhatIsToBeChangedInIt() throws IOException {
        var realm = Files.readString(ROOT.resolve("deploy/local/realm/dripline-realm.json"));
        var named =
                found("`((?:clinic-|dripline-|safety-|counts-)[a-z]+|officer|auditor|clinic|clinic_id)`", page.text());

        assertThat(named)
                .contains("dripline-reporting", "officer")
                .allSatisfy(name -> assertThat(realm).contains('"' + name + '"'));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    /** As variables: what its properties file states, what its code asks for by name, and what its mappings hold. */
    private static List<String> settings(String service) throws IOException {
        var names = new ArrayList<>(ServiceProperties.of(service).names());
        var sources = sources("services/" + service) + sources("services/door") + sources("services/trace");
        names.addAll(found("name = \"(dripline\\.[a-z.-]+)\"", sources));
        Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)[^{]*\\{([^}]*)}")
                // Docstrings have braces of their own.
                .matcher(sources.replaceAll("(?s)/\\*\\*.*?\\*/", ""))
                .results()
                .forEach(mapping -> found("(\\w+)\\(\\);", mapping.group(2))
                        .forEach(leaf -> names.add(mapping.group(1) + "."
                                + leaf.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))));
        return names.stream().map(ServiceProperties::asVariable).toList();
    }

    private static String sources(String under) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(ROOT.resolve(under))) {
            for (var file : files.filter(path -> path.toString().contains("/src/main/java/"))
                    .filter(path -> path.toString().endsWith(".java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
