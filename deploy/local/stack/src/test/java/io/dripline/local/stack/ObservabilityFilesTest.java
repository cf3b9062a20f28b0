package io.dripline.local.stack;

import static io.dripline.local.stack.ComposeFile.mapOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.ComposeFile.Mount;
import io.dripline.local.stack.ComposeFile.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, dashboard and Compose's files of Prometheus and Grafana, without either. Which metrics there are, a journey asks. */
class ObservabilityFilesTest {

    private static final Path ROOT = Checkout.root();
    private static final Path FILES = ROOT.resolve("deploy/observability");

    @Test
    void everyAlertSaysWhatItMeansAndWhatToDoAndWhereThatIsWritten() throws IOException {
        List<Map<String, Object>> rules = rules();
        Set<String> headings = headings();

        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
            Map<String, Object> told = mapOf(rule.get("annotations"));
            assertThat(told).containsOnlyKeys("summary", "meaning", "action", "page");
            assertThat(told.values())
                    .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
            assertThat(told.get("page").toString()).startsWith("docs/operating.md#");
            assertThat(told.get("page").toString().replaceFirst(".*#", "")).isIn(headings);
            assertThat(mapOf(rule.get("labels")).get("severity")).isIn("page", "ticket");
        });
        assertThat(rules).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
    }

    @Test
    void everyPanelSaysWhatItShowsAndInWhichUnit() {
        List<Map<String, Object>> panels =
                list(mapOf(read("grafana/dripline.json")).get("panels"));

        assertThat(panels.stream().filter(panel -> !panel.get("type").equals("row")))
                .hasSizeGreaterThan(15)
                .allSatisfy(panel -> {
                    assertThat(panel.get("title").toString()).isNotBlank();
                    assertThat(panel.get("description").toString()).endsWith(".");
                    assertThat(mapOf(mapOf(panel.get("fieldConfig")).get("defaults"))
                                    .get("unit")
                                    .toString())
                            .isNotBlank();
                    assertThat(list(panel.get("targets")))
                            .isNotEmpty()
                            .allSatisfy(target ->
                                    assertThat(target.get("expr").toString()).isNotBlank());
                });
        assertThat(panels).extracting(panel -> panel.get("id")).doesNotHaveDuplicates();
        assertThat(panels.stream().filter(panel -> panel.get("type").equals("row")))
                .as("questions")
                .allSatisfy(row -> assertThat(row.get("title").toString()).endsWith("?"));
    }

    /** That running services expose it under this name, a journey asks. */
    @Test
    void everyMetricThatIsAskedForIsOneThatAServiceMakes() throws IOException {
        var asked = Pattern.compile("\\bdripline_[a-z_]+\\b")
                .matcher(Files.readString(FILES.resolve("dripline.rules.yml"))
                        + Files.readString(FILES.resolve("grafana/dripline.json")))
                .results()
                .map(match -> match.group()
                        .replaceFirst("_(total|rows|records|seconds(_(bucket|sum|count|max))?)$", "")
                        .replace('_', '.'))
                .collect(Collectors.toSet());
        var sources = sources();

        assertThat(asked)
                .hasSizeGreaterThan(20)
                .allSatisfy(metric -> assertThat(sources)
                        .containsAnyOf('"' + metric + '"', '"' + metric.replaceFirst("[a-z]+$", "\" + name, ")));
    }

    /** The services of docker-compose.yml, and those of the local stack, under the ports that they have. */
    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "prometheus-tls.yml", "prometheus-local.yml"})
    void prometheusAsksAllFourServices(String file) {
        Map<String, Object> job = list(mapOf(read(file)).get("scrape_configs")).getFirst();
        Map<String, String> asked = new TreeMap<>();
        list(job.get("static_configs"))
                .forEach(one -> asked.put(
                        mapOf(one.get("labels")).get("service").toString(),
                        ((List<?>) one.get("targets")).getFirst().toString()));

        assertThat(job).containsEntry("job_name", "dripline").containsEntry("metrics_path", "/q/metrics");
        assertThat(job.get("scheme")).isEqualTo(file.contains("tls") ? "https" : null);
        assertThat(asked)
                .isEqualTo(List.of("intake", "classification", "incidence", "reporting").stream()
                        .collect(Collectors.toMap(
                                service -> service,
                                service -> (file.contains("local") ? "127.0.0.1" : service) + ":"
                                        + ServiceProperties.of(service).get("quarkus.http.port"))));
    }

    @Test
    void nothingIsPublishedBeyondThisMachineAndEveryFileIsThere() throws IOException {
        Map<String, Object> parts =
                new TreeMap<>(mapOf(compose("docker-compose.observability.yml").get("services")));
        Map<String, Object> overTls =
                mapOf(compose("docker-compose.observability.tls.yml").get("services"));

        assertThat(parts).containsOnlyKeys("prometheus", "grafana").allSatisfy((name, part) -> {
            assertThat(mapOf(part)).containsKeys("healthcheck", "logging", "restart");
            assertThat(ports(part)).extracting(Publication::address).containsOnly("127.0.0.1");
        });
        assertThat(overTls).containsOnlyKeys("prometheus");
        for (Object part : List.of(parts.get("prometheus"), parts.get("grafana"), overTls.get("prometheus"))) {
            assertThat(mounts(part).stream().filter(mount -> !mount.isVolume()))
                    .isNotEmpty()
                    .allSatisfy(mount -> {
                        assertThat(ROOT.resolve(mount.source())).exists();
                        assertThat(mount.readOnly()).isTrue();
                    });
        }
        assertThat(mounts(overTls.get("prometheus"))).contains(new Mount("tls-trust", "/tls", true));
        assertThat(Files.readString(ROOT.resolve("docs/operating.md"))).contains("`GRAFANA_ADMIN_PASSWORD`");
    }

    /** Off unless the file is taken: no other names a receiver. */
    @Test
    void allServicesSendTheirTracesToTheOneReceiver() throws IOException {
        Map<String, Object> parts =
                new TreeMap<>(mapOf(compose("docker-compose.traces.yml").get("services")));

        assertThat(ports(parts.remove("jaeger")))
                .extracting(Publication::address)
                .containsOnly("127.0.0.1");
        assertThat(parts)
                .containsOnlyKeys("classification", "incidence", "intake", "reporting")
                .allSatisfy((name, part) -> assertThat(mapOf(mapOf(part).get("environment")))
                        .containsEntry("DRIPLINE_TRACE_ENDPOINT", "http://jaeger:4318/v1/traces"));
        assertThat(Files.readString(ROOT.resolve("docker-compose.yml"))).doesNotContain("DRIPLINE_TRACE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "docker-compose.tls.yml"})
    void composeTakesTheFiles(String over) throws Exception {
        Tool.DOCKER_COMPOSE.require(System.getenv());
        List<String> command = new ArrayList<>(List.of("docker-compose", "-f", "docker-compose.yml"));
        List<String> others = over.isEmpty()
                ? List.of("docker-compose.observability.yml", "docker-compose.traces.yml")
                : List.of(
                        over,
                        "docker-compose.observability.yml",
                        "docker-compose.observability.tls.yml",
                        "docker-compose.traces.yml");
        others.forEach(file -> command.addAll(List.of("-f", file)));
        command.addAll(List.of("--env-file", ".env.example", "config", "--quiet"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("GRAFANA_ADMIN_PASSWORD", "secret");
        Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(Files.readString(ROOT.resolve("docker-compose.tls.yml")))
                .results()
                .forEach(variable -> builder.environment().put(variable.group(1), "secret"));

        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Where Debian's package prometheus is installed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules dripline.rules.yml",
                "test rules dripline.rules.test.yml",
                "check config prometheus-local.yml"
            })
    void prometheusTakesTheRules(String command) throws Exception {
        List<String> words = new ArrayList<>(List.of("promtool"));
        words.addAll(Arrays.asList(command.split(" ")));
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .directory(FILES.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            Assumptions.abort(
                    "promtool, which checks and tries the rules of Prometheus, is not installed; the check is left out");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(ROOT.resolve("services"))) {
            for (var file : files.filter(path -> path.toString().contains("/src/main/java/"))
                    .filter(path -> path.toString().endsWith(".java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Map<String, Object>> rules() {
        return list(mapOf(read("dripline.rules.yml")).get("groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    /** As GitHub names them in addresses. */
    private static Set<String> headings() throws IOException {
        return Pattern.compile("(?m)^##+ (.+)$")
                .matcher(Files.readString(ROOT.resolve("docs/operating.md")))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Object read(String file) {
        return ComposeFile.yaml(FILES.resolve(file));
    }

    private static Map<String, Object> compose(String file) {
        return mapOf(ComposeFile.yaml(ROOT.resolve(file)));
    }

    private static List<Publication> ports(Object part) {
        return ((List<?>) mapOf(part).get("ports"))
                .stream().map(port -> Publication.of(port.toString())).toList();
    }

    private static List<Mount> mounts(Object part) {
        return ((List<?>) mapOf(part).get("volumes"))
                .stream().map(mount -> Mount.of(mount.toString())).toList();
    }

    private static List<Map<String, Object>> list(Object yaml) {
        return ((List<?>) yaml).stream().map(ComposeFile::mapOf).toList();
    }
}
