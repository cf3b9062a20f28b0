package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.dripline.contracts.Topics;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.relay.EnsureTopics;
import io.dripline.reporting.alert.SupersedeAlert;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild as reporting lives through it: its topic is made anew, and the next generation is counted from it. */
@QuarkusTest
@TestProfile(ChangeOfGenerationTest.OwnServers.class)
class ChangeOfGenerationTest {

    /** The other tests count generation 1. */
    public static final class OwnServers implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Jdbi jdbi;

    @Inject
    SupersedeAlert supersedeAlert;

    private final String clinic = "clinic-" + UUID.randomUUID();
    private int shown;
    private int next;

    @BeforeEach
    void count() {
        shown = number("select id from generation where active");
        next = shown + 1;
    }

    @AfterEach
    void letJudgingBe() {
        Operator.jdbi().useHandle(handle -> handle.execute("drop trigger if exists crash_once on judgement"));
    }

    @Test
    void aHalfCountedGenerationIsNeitherShownNorJudged() throws Exception {
        publish(shown, share(clinic, 5, 40, 2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exposed(clinic)).isEqualTo(40));
        String asOf = incidence(clinic).getString("asOf");

        rebuildBegins();
        publish(next, share(clinic, 1, 140, 60));
        await().atMost(PATIENCE).until(() -> applied(next, clinic) == 140);

        assertThat(incidence(clinic).getInt("generation")).isEqualTo(shown);
        assertThat(incidence(clinic).getString("asOf")).isEqualTo(asOf);
        assertThat(exposed(clinic)).isEqualTo(40);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body(containsString("generation %d is being counted".formatted(next))));
        publish(next, share(clinic, 2, 140, 3));
        await().atMost(PATIENCE).until(() -> affected(next, clinic) == 3);

        complete();

        awaitShown(next);
        assertThat(exposed(clinic)).isEqualTo(140);
        assertThat(alertsOf(clinic)).isEmpty();
        awaitCurrent();
    }

    @Test
    void dropsTheFormerGenerationAndWhatComesOfItLate() throws Exception {
        publish(shown, share(clinic, 5, 40, 2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exposed(clinic)).isEqualTo(40));

        rebuildBegins();
        publish(next, share(clinic, 1, 41, 2));
        complete();
        awaitShown(next);
        publish(shown, share(clinic, 6, 70, 7));
        publish(next, share(clinic, 2, 42, 2));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exposed(clinic)).isEqualTo(42));
        await().atMost(PATIENCE).until(() -> number("""
                select (select count(*) from cell where generation < %1$d) + (select count(*) from rollup where generation < %1$d)
                     + (select count(*) from marginal where generation < %1$d)
                     + (select count(*) from marginal_measure where generation < %1$d)
                """.formatted(next)) == 0);
        assertThat(number("select count(*) from cell_measure where cell_id not in (select id from cell)"))
                .isZero();
    }

    @Test
    void anAlertIsNeitherLostNorRaisedAgainAndANewOneIsRaised() throws Exception {
        publish(shown, share(clinic, 5, 140, 60));
        await().atMost(PATIENCE).until(() -> alertsOf(clinic).size() == 1);
        Map<String, Object> before = alertsOf(clinic).getFirst();
        Map<String, Object> monitor = monitor("table9-cns@" + clinic);
        String appeared = "appeared-" + UUID.randomUUID();

        rebuildBegins();
        publish(next, share(clinic, 1, 150, 70), share(appeared, 1, 140, 60));
        await().atMost(PATIENCE).until(() -> applied(next, appeared) == 140);
        assertThat(alertsOf(appeared)).isEmpty();
        complete();
        awaitShown(next);

        await().atMost(PATIENCE).until(() -> alertsOf(appeared).size() == 1);
        assertThat(alertsOf(clinic)).containsExactly(before);
        assertThat(monitor("table9-cns@" + clinic)).containsEntry("first", monitor.get("first"));
        assertThat((Double) monitor("table9-cns@" + clinic).get("sup"))
                .isGreaterThanOrEqualTo((Double) monitor.get("sup"));
    }

    /** What people did about an alert, and that it was superseded, is no count: no rebuild makes it again or undoes it. */
    @Test
    void stepsStayAndWhatWasClosedOrSupersededIsNotRaisedAgain() throws Exception {
        String corrected = "corrected-" + UUID.randomUUID();
        publish(shown, share(clinic, 5, 140, 60), share(corrected, 5, 140, 60));
        await().atMost(PATIENCE)
                .until(() -> alertsOf(clinic).size() == 1 && alertsOf(corrected).size() == 1);
        step(clinic, 1, "assessment", "{\"assessment\": \"EXPLAINED\", \"reason\": \"A new regimen.\"}");
        step(clinic, 2, "closure", "{\"reason\": \"The regimen was changed back.\"}");
        publish(shown, share(corrected, 6, 140, 8));
        await().atMost(PATIENCE).until(() -> comparison(corrected).getLong("affected") == 8);
        supersedeAlert.supersede(idOf(corrected), new Superseded(140, 8, -2.5));
        List<Map<String, Object>> before = List.of(detail(clinic), detail(corrected));

        rebuildBegins();
        publish(next, share(clinic, 1, 150, 70), share(corrected, 1, 150, 9));
        complete();
        awaitShown(next);

        await().atMost(PATIENCE).until(() -> comparison(clinic).getLong("exposed") == 150);
        assertThat(List.of(detail(clinic), detail(corrected))).isEqualTo(before);
        assertThat(alertsOf(clinic)).hasSize(1);
        assertThat(alertsOf(corrected)).hasSize(1);
        assertThat(comparison(clinic).getString("verdict")).isEqualTo("EXCEEDS");
        assertThat(comparison(corrected).getString("verdict")).isNotEqualTo("EXCEEDS");
    }

    @Test
    void aCrashBetweenTheChangeAndTheJudgementIsMadeGood() throws Exception {
        publish(shown, share(clinic, 5, 40, 2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exposed(clinic)).isEqualTo(40));
        rebuildBegins();
        publish(next, share(clinic, 1, 140, 60));
        await().atMost(PATIENCE).until(() -> applied(next, clinic) == 140);
        crashAtTheFirstJudgementOf(next);

        complete();

        await().atMost(PATIENCE).until(() -> alertsOf(clinic).size() == 1);
        assertThat(number("select last_value from crashes")).isGreaterThan(1);
        assertThat(incidence(clinic).getInt("generation")).isEqualTo(next);
    }

    @Test
    void aGenerationOfATopicThatIsGoneDoesNotTakeOver() throws Exception {
        publish(shown, share(clinic, 5, 40, 2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exposed(clinic)).isEqualTo(40));
        rebuildBegins();
        publish(next, share(clinic, 1, 20, 2));
        await().atMost(PATIENCE).until(() -> applied(next, clinic) == 20);

        int abandoned = next++;
        rebuildBegins();
        jdbi.useHandle(handle -> handle.execute("update generation set complete = true where id = ?", abandoned));
        publish(next, share(clinic, 1, 41, 2));
        await().atMost(PATIENCE).until(() -> applied(next, clinic) == 41);
        assertThat(incidence(clinic).getInt("generation")).isEqualTo(shown);
        complete();

        awaitShown(next);
        assertThat(exposed(clinic)).isEqualTo(41);
        awaitCurrent();
    }

    private static void step(String clinic, int version, String step, String body) {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post("/api/alerts/%s/%s".formatted(idOf(clinic), step))
                .then()
                .statusCode(200);
    }

    private static UUID idOf(String clinic) {
        return UUID.fromString(alertsOf(clinic).getFirst().get("id").toString());
    }

    private static Map<String, Object> detail(String clinic) {
        return officer("/api/alerts/" + idOf(clinic)).getMap("");
    }

    private static JsonPath comparison(String clinic) {
        return officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns@%s' }".formatted(clinic));
    }

    /** As the rebuild does: announced first, then Kafka is wiped. */
    private void rebuildBegins() throws Exception {
        jdbi.useHandle(handle -> handle.execute("insert into generation (id) values (?)", next));
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(Topics.INCIDENCE)).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(Topics.INCIDENCE));
        }
        new EnsureTopics(kafka, 1).tables(Topics.INCIDENCE);
    }

    private void complete() {
        jdbi.useHandle(handle -> handle.execute("update generation set complete = true where id = ?", next));
    }

    private void crashAtTheFirstJudgementOf(int generation) {
        Operator.jdbi().useHandle(handle -> handle.execute("""
                create sequence crashes;
                grant select on sequence crashes to reporting;
                create function crash_once() returns trigger language plpgsql security definer as $$
                begin
                    if exists (select from generation where active and id = %d) and nextval('crashes') = 1 then
                        raise exception 'crashed';
                    end if;
                    return new;
                end $$;
                create trigger crash_once before insert or update on judgement
                    for each row execute function crash_once();
                """.formatted(generation)));
    }

    private void awaitShown(int generation) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(incidence(clinic).getInt("generation")).isEqualTo(generation));
    }

    private static void awaitCurrent() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/q/health/ready").then().statusCode(200).body(containsString("current")));
    }

    private static CellShare share(String clinic, long version, long exposed, long affected) {
        return Shares.share(0, version, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), exposed, affected);
    }

    private long applied(int generation, String clinic) {
        return number("select coalesce(sum(exposed), 0) from cell where generation = %d and clinic = '%s'"
                .formatted(generation, clinic));
    }

    private long affected(int generation, String clinic) {
        return number("""
                select coalesce(sum(affected), 0) from cell join cell_measure on cell_id = cell.id
                 where generation = %d and clinic = '%s' and measure = 'CNS'
                """.formatted(generation, clinic));
    }

    private Map<String, Object> monitor(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select first_counted_week as first, sup_ln_e as sup from monitor where id = :id")
                .bind("id", id)
                .mapToMap()
                .one());
    }

    private int number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static long exposed(String clinic) {
        return incidence(clinic).getLong("rows[0].exposed");
    }

    private static JsonPath incidence(String clinic) {
        return officer("/api/incidence?measure=CNS&unit=FIRST_COURSE&clinic=" + clinic);
    }

    private static List<Map<String, Object>> alertsOf(String clinic) {
        return officer("/api/alerts").getList("findAll { it.cohort.clinic == '%s' }".formatted(clinic));
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void publish(int generation, CellShare... shares) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (CellShare share : shares) {
                producer.send(Shares.outgoing(Shares.of(generation, share))).get();
            }
        }
    }
}
