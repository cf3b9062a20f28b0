package io.dripline.intake.clinicweek;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.tally.ClinicDay;
import io.dripline.contracts.tally.ClinicWeek;
import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.PublishedRecords;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** From sessions and tallies to clinic-weeks and their topic, on the real database and broker. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ClinicWeeksTest {

    private static final IsoWeek WEEK = new IsoWeek(2026, 46);
    private static final IsoWeek WEEK_BEFORE = new IsoWeek(2026, 45);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final Clinic clinic = new Clinic("week-" + UUID.randomUUID());

    @Test
    void aTallyWaitsForItsSessions() {
        tally(WEEK.monday(), 1);
        awaitDay(WEEK, 0, new ClinicDay(1, 0));

        post("one", "2026-11-09T09:00:00+11:00");

        awaitDay(WEEK, 0, new ClinicDay(1, 1));
    }

    @Test
    void aSessionWaitsForItsTally() {
        post("one", "2026-11-15T23:30:00+11:00");
        awaitDay(WEEK, 6, new ClinicDay(null, 1));

        tally(WEEK.monday().plusDays(6), 2);
        awaitDay(WEEK, 6, new ClinicDay(2, 1));
        tally(WEEK.monday().plusDays(6), 1);

        awaitDay(WEEK, 6, new ClinicDay(1, 1));
    }

    /** The local date decides, whatever the day at Greenwich. */
    @Test
    void anAmendmentMovesASessionToAnotherDayAndWeek() {
        String id = post("moved", "2026-11-09T00:10:00+11:00");
        awaitDay(WEEK, 0, new ClinicDay(null, 1));

        clinic.put(id, "\"1\"", "the day before", body("moved", "2026-11-08T23:50:00+11:00"))
                .then()
                .statusCode(200);

        awaitDay(WEEK, 0, ClinicDay.UNKNOWN);
        awaitDay(WEEK_BEFORE, 6, new ClinicDay(null, 1));
    }

    @Test
    void aWithdrawnSessionDoesNotCount() {
        String id = post("withdrawn", "2026-11-09T09:00:00+11:00");
        post("stays", "2026-11-09T10:00:00+11:00");
        awaitDay(WEEK, 0, new ClinicDay(null, 2));

        clinic.delete(id, "\"1\"", "entered twice").then().statusCode(204);

        awaitDay(WEEK, 0, new ClinicDay(null, 1));
    }

    @Test
    void aLateSessionOpensAClosedWeek() {
        IntStream.range(0, 7).forEach(day -> tally(WEEK.monday().plusDays(day), day == 2 ? 1 : 0));
        post("in time", "2026-11-11T09:00:00+11:00");
        await().until(() -> isClosed());

        post("late", "2026-11-11T10:00:00+11:00");

        await().until(() -> !isClosed());
        tally(WEEK.monday().plusDays(2), 2);
        await().until(() -> isClosed());
    }

    /** As every writer does whose transaction is long: what it wrote first becomes visible last. */
    @Test
    void whatIsCommittedLateIsNotPassedOver() throws Exception {
        try (Connection slow = DriverManager.getConnection(Database.url(), "intake", "local-intake");
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("""
                    insert into tally (clinic, date, sessions_performed, who, stated_at)
                    values ('%s', '2026-11-10', 5, 'slow', now())""".formatted(clinic.id()));
            tally(WEEK.monday(), 3);
            post("meanwhile", "2026-11-09T09:00:00+11:00");
            assertThat(Database.count("tally where clinic = '%s'".formatted(clinic.id())))
                    .isOne();

            slow.commit();

            awaitDay(WEEK, 1, new ClinicDay(5, 0));
            awaitDay(WEEK, 0, new ClinicDay(3, 1));
        }
    }

    /** Reports, amendments, withdrawals and tallies of one clinic and its weeks at the same time. */
    @Test
    void agreesWithTheTalliesAfterWritersRaced() throws Exception {
        List<Callable<Void>> writers = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    write(writer, new Random(writer));
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        }

        List<Map<String, Object>> stated = clinic.request()
                .get("/tallies?from=2026-11-02&to=2026-11-15")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");

        await().untilAsserted(() -> assertThat(days()).isEqualTo(stated));
        assertThat(stated).hasSizeGreaterThan(7);
    }

    @Test
    void everyVersionArrivesInOrderInThePartitionOfItsClinic() {
        tally(WEEK.monday(), 1);
        awaitDay(WEEK, 0, new ClinicDay(1, 0));
        post("one", "2026-11-09T09:00:00+11:00");
        awaitDay(WEEK, 0, new ClinicDay(1, 1));

        List<ConsumerRecord<String, byte[]>> records =
                PublishedRecords.of(bootstrapServers, Topics.CLINIC_WEEKS, ClinicWeek.key(clinic.id(), WEEK), 2);

        int partition =
                BuiltInPartitioner.partitionForKey(clinic.id().getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
        assertThat(records).allSatisfy(record -> assertThat(record.partition()).isEqualTo(partition));
        List<ClinicWeek> published = records.stream()
                .map(record -> ContractJson.read(record.value(), ClinicWeek.class))
                .toList();
        assertThat(published).extracting(ClinicWeek::version).containsExactly(1L, 2L);
        assertThat(published.getLast()).isEqualTo(latest(WEEK));
    }

    @Test
    void isWellWhileItFollows() {
        await().untilAsserted(() -> given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'clinic-weeks' }.status", equalTo("UP")));
    }

    private void write(int writer, Random random) {
        for (int i = 0; i < 12; i++) {
            String reference = writer + "-" + i;
            String id = post(reference, start(random));
            if (random.nextInt(3) == 0) {
                clinic.put(id, "\"1\"", "another day", body(reference, start(random)))
                        .then()
                        .statusCode(200);
                if (random.nextBoolean()) {
                    clinic.delete(id, "\"2\"", "none at all").then().statusCode(204);
                }
            }
            tally(WEEK_BEFORE.monday().plusDays(random.nextInt(14)), random.nextInt(9));
        }
    }

    private static String start(Random random) {
        return "2026-11-%02dT%02d:15:00%s"
                .formatted(2 + random.nextInt(14), random.nextInt(24), random.nextBoolean() ? "+11:00" : "-08:00");
    }

    /** Both weeks, as the tallies' door lists its days. */
    private List<Map<String, Object>> days() {
        List<Map<String, Object>> days = new ArrayList<>();
        for (IsoWeek week : List.of(WEEK_BEFORE, WEEK)) {
            List<ClinicDay> latest = latest(week).days();
            for (int day = 0; day < 7; day++) {
                if (!latest.get(day).equals(ClinicDay.UNKNOWN)) {
                    Map<String, Object> listed = new HashMap<>();
                    listed.put("date", week.monday().plusDays(day).toString());
                    listed.put("sessionsPerformed", latest.get(day).performed());
                    listed.put("sessionsPosted", latest.get(day).posted());
                    days.add(listed);
                }
            }
        }
        return days;
    }

    private void awaitDay(IsoWeek week, int day, ClinicDay expected) {
        await().untilAsserted(() -> assertThat(latest(week).days().get(day)).isEqualTo(expected));
    }

    private boolean isClosed() {
        ClinicWeek week = latest(WEEK);
        return week.closedAt(week.overAt());
    }

    private ClinicWeek latest(IsoWeek week) {
        String record = Database.value("""
                select coalesce((select record::text from clinic_week_version
                                  where clinic = '%1$s' and week = '%2$s' order by version desc limit 1), '%3$s')
                """.formatted(
                clinic.id(),
                week,
                new String(
                        ContractJson.write(new ClinicWeek(
                                ContractJson.SCHEMA, clinic.id(), week, 1, Collections.nCopies(7, ClinicDay.UNKNOWN))),
                        StandardCharsets.UTF_8)));
        return ContractJson.read(record.getBytes(StandardCharsets.UTF_8), ClinicWeek.class);
    }

    private void tally(LocalDate date, int performed) {
        Response answer = clinic.request()
                .contentType("application/json")
                .body("{\"sessionsPerformed\": %d}".formatted(performed))
                .put("/tallies/{date}", date.toString());
        answer.then().statusCode(200);
    }

    private String post(String reference, String start) {
        return clinic.post(body(reference, start))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String body(String reference, String start) {
        return """
                {"reference": "%s", "patient": "P-1", "startedAt": "%s", "route": "ORAL", "ascertainment": "CHECKLIST"}""".formatted(reference, start);
    }
}
