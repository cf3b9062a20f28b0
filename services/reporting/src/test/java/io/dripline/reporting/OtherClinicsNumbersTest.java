package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.access.AccessTable;
import io.dripline.access.Caller;
import io.dripline.access.Door;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PastDoor.Question;
import io.dripline.reporting.dashboard.layout.Figures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * No answer to a clinic has another's number in it, nor one of all clinics from which another's could be found by subtraction; its page
 * tells a rate of the others in whole per cent where {@code OtherClinicsTest} lets it. Every door that docs/access.csv opens to a clinic is asked in every way that names a
 * clinic or could sum over several.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OtherClinicsNumbersTest {

    /** They answer what is sent to them, and read nothing that is stored. */
    private static final Set<String> CALCULATORS = Set.of(
            "POST /api/evidence/cusum",
            "POST /api/evidence/ebh",
            "POST /api/evidence/funnel",
            "POST /api/evidence/pool");

    private static final String STREAM = "/api/stream";

    /** They show a clinic its numbers among words. */
    private static final List<String> PAGES = List.of("/clinic", "/clinic/live");

    /** They count nothing; what is sent to them goes to intake. */
    private static final List<String> PAGES_WITHOUT_NUMBERS = List.of(
            "GET /clinic/sessions/new",
            "POST /clinic/sessions/new",
            "GET /clinic/sessions/upload",
            "POST /clinic/sessions/upload",
            "GET /clinic/sessions/upload/template.csv",
            "GET /glossary");

    private static final String WEEK = "2026-W40";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,3}(,\\d{3})+|\\d+([.]\\d+)?");

    /** The other clinic's exposed and affected, numbers that nothing else has. */
    private static final Map<Unit, List<Integer>> OTHERS = Map.of(
            Unit.SESSION, List.of(8011, 1259),
            Unit.COURSE, List.of(7963, 1249),
            Unit.FIRST_COURSE, List.of(7919, 1237));

    private final String own = "own-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();

    @TestHTTPResource(STREAM)
    URI stream;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void bothClinicsAreCounted() {
        CellShare[] counted = shares(1, 0);
        PublishShares.inOneTransaction(counted);
        PastDoor.record(Question.THEN, counted);
        await().atMost(Duration.ofSeconds(20)).until(() -> alertOf(own) != null && alertOf(other) != null);
    }

    @AfterEach
    void forgetThePast() {
        PastDoor.record(Question.THEN);
    }

    @Test
    void noDoorTellsAClinicAnothersNumbersOrThoseOfAll() {
        Map<String, List<String>> asked = asked();
        assertThat(doorsOfAClinic().filter(door -> !CALCULATORS.contains(door.name())))
                .as("a door that is opened to clinics is asked here, or named a calculator")
                .extracting(Door::name)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(asked.keySet().stream(), PAGES.stream(), Stream.of(STREAM))
                                        .flatMap(paths -> paths)
                                        .map("GET "::concat),
                                PAGES_WITHOUT_NUMBERS.stream())
                        .toList());
        Set<Double> telling = tellingNumbers(0);
        List<String> told = new ArrayList<>();
        Set<String> answered = new TreeSet<>();

        asked.forEach((door, paths) -> paths.forEach(path -> {
            Response answer = ask(Tokens.clinic(own), path);
            if (answer.statusCode() == 200) {
                answered.add(door);
            }
            told.addAll(tells(path, answer, telling));
        }));

        assertThat(told).isEmpty();
        assertThat(answered).containsExactlyInAnyOrderElementsOf(asked.keySet());
    }

    /** A page's numbers stand among words; those of the others are told as they would be written, too. */
    @ParameterizedTest
    @FieldSource("PAGES")
    void noPageTellsThemEither(String page) {
        Set<Double> telling = tellingNumbers(0);
        String shown = ask(Tokens.clinic(own), page).asString();

        assertThat(shown).contains("61 of 141").doesNotContain(other);
        assertThat(NUMBER.matcher(shown)
                        .results()
                        .map(found -> Double.parseDouble(found.group().replace(",", ""))))
                .isNotEmpty()
                .noneMatch(number -> isTelling(number, telling));
        assertThat(shown)
                .doesNotContain(OTHERS.values().stream()
                        .map(others -> Figures.percent((double) others.getLast() / others.getFirst()))
                        .toArray(String[]::new));
    }

    /** That the search finds what it looks for. */
    @Test
    void anOfficerIsToldThem() {
        Set<Double> telling = tellingNumbers(0);

        for (String path : List.of(
                "/api/alerts",
                "/api/alerts/" + alertOf(other),
                "/api/comparisons",
                "/api/monitors",
                "/api/incidence?unit=FIRST_COURSE&measure=CNS",
                "/api/incidence?unit=FIRST_COURSE&measure=CNS&by=clinic")) {
            assertThat(tells(path, ask(Tokens.officer(), path), telling))
                    .as(path)
                    .isNotEmpty();
        }
    }

    @Test
    void theStreamTellsNoneEither() throws Exception {
        Set<Double> telling = new HashSet<>(tellingNumbers(0));
        try (Subscription subscription = new Subscription(stream, Tokens.clinic(own), null)) {
            subscription.awaitLine("data:", own);
            PublishShares.inOneTransaction(shares(2, 2));
            subscription.awaitLine("data:", own, "\"exposed\":143");
            subscription.awaitLastId();
            telling.addAll(tellingNumbers(2));

            assertThat(subscription.lines).noneMatch(line -> line.contains(other));
            assertThat(subscription.lines.stream()
                            .filter(line -> line.startsWith("data:"))
                            .flatMap(line -> numbers(line.substring("data:".length())).stream()))
                    .isNotEmpty()
                    .noneMatch(number -> isTelling(number, telling));
        }
    }

    /** What both clinics have counted, {@code more} exposed and affected included. */
    private CellShare[] shares(int version, int more) {
        return Stream.of(Unit.values())
                .flatMap(unit -> Stream.of(
                        Shares.share(1, version, Shares.cell(unit, WEEK, own), 141 + more, 61 + more),
                        Shares.share(
                                1,
                                version,
                                Shares.cell(unit, WEEK, other),
                                OTHERS.get(unit).getFirst() + more,
                                OTHERS.get(unit).getLast() + more)))
                .toArray(CellShare[]::new);
    }

    private Map<String, List<String>> asked() {
        List<String> incidence = Stream.of(
                        "", "&by=clinic", "&by=week", "&by=route", "&clinic=" + own, "&clinic=" + other)
                .flatMap(rest -> Stream.of("SESSION", "COURSE", "FIRST_COURSE")
                        .map(unit -> "/api/incidence?measure=CNS&unit=%s%s".formatted(unit, rest)))
                .toList();
        return Map.of(
                "/api/alerts", List.of("/api/alerts"),
                "/api/alerts/{id}", List.of("/api/alerts/" + alertOf(own), "/api/alerts/" + alertOf(other)),
                "/api/baselines", List.of("/api/baselines"),
                "/api/comparisons",
                        List.of(
                                "/api/comparisons",
                                "/api/comparisons?asOf="
                                        + Instant.now().minusSeconds(1).toString()),
                "/api/evidence", List.of("/api/evidence?exposed=50&affected=8&p0=0.08"),
                "/api/incidence", incidence,
                "/api/measures", List.of("/api/measures"),
                "/api/monitors", List.of("/api/monitors"),
                "/api/monitors/{id}",
                        List.of(
                                "/api/monitors/table9-cns@" + own,
                                "/api/monitors/table9-cns@" + other,
                                "/api/monitors/table9-cns"));
    }

    /** The other clinic's and those of all clinics, with their rates, in each unit. */
    private Set<Double> tellingNumbers(int more) {
        Set<Double> telling = new HashSet<>();
        OTHERS.forEach((unit, others) -> {
            JsonPath all = ask(Tokens.officer(), "/api/incidence?measure=CNS&unit=" + unit)
                    .jsonPath();
            double exposed = all.getDouble("rows[0].exposed");
            double affected = all.getDouble("rows[0].affected");
            double othersExposed = others.getFirst() + more;
            double othersAffected = others.getLast() + more;
            assertThat(exposed).isGreaterThanOrEqualTo(141 + more + othersExposed);
            telling.addAll(List.of(
                    othersExposed,
                    othersAffected,
                    othersAffected / othersExposed,
                    exposed,
                    affected,
                    affected / exposed));
        });
        return telling;
    }

    private List<String> tells(String path, Response answer, Set<Double> telling) {
        List<String> told = new ArrayList<>();
        String body = answer.asString();
        if (answer.statusCode() < 300 && body.contains(other)) {
            told.add(path + " names the other clinic");
        }
        numbers(body).stream()
                .filter(number -> isTelling(number, telling))
                .forEach(number -> told.add("%s tells %s".formatted(path, number)));
        return told;
    }

    private static boolean isTelling(double number, Set<Double> telling) {
        return telling.stream().anyMatch(one -> Math.abs(number - one) <= 1e-6 * Math.abs(one));
    }

    private List<Double> numbers(String body) {
        try {
            List<Double> numbers = new ArrayList<>();
            collect(json.readTree(body), numbers);
            return numbers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        }
        node.forEach(child -> collect(child, numbers));
    }

    /** Those that are open to nobody in particular do not know a clinic. */
    private static Stream<Door> doorsOfAClinic() {
        return AccessTable.of("reporting").stream()
                .filter(door -> !"allowed".equals(door.expected().get(Caller.NONE)))
                .filter(door -> "allowed".equals(door.expected().get(Caller.CLINIC)));
    }

    private static Response ask(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static String alertOf(String clinic) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get("/api/alerts")
                .path("find { it.monitor == 'table9-cns@%s' }?.id".formatted(clinic));
    }
}
