package io.dripline.classification.counts;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sessions of some patients of one clinic, each in several versions and codings, stored in any order. */
final class RandomCodings {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-12-26T09:00:00+11:00");
    private static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant CODED = Instant.parse("2026-11-10T00:00:00Z");
    private static final int SECONDS = 500_000;

    private static final String STORE = """
            insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events,
                                       first_received_at, received_at, coded_at, vocabulary)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, 'random')""";

    private final String clinic;
    private final Random random;
    private final List<Stored> stored = new ArrayList<>();

    /** One state of a session, and when it was stored. */
    record Stored(CodedSession session, Instant codedAt) {}

    RandomCodings(String clinic, int patients, int sessionsEach, long seed) {
        this.clinic = clinic;
        this.random = new Random(seed);
        for (int patient = 0; patient < patients; patient++) {
            for (int session = 0; session < sessionsEach; session++) {
                addStates("%s-%03d".formatted(clinic, patient));
            }
        }
        Collections.shuffle(stored, random);
    }

    List<Stored> all() {
        return stored;
    }

    /** Some time by which some of the sessions had been coded, and some had not. */
    static Instant someCodingTime(Random random) {
        return CODED.plusSeconds(SECONDS / 4 + random.nextInt(SECONDS / 2));
    }

    /** Some time by which some of the sessions had been received, and some had not. */
    static Instant someReceiptTime(Random random) {
        return RECEIVED.plusSeconds(SECONDS / 4 + random.nextInt(SECONDS / 2));
    }

    void storeIn(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(STORE)) {
            for (Stored one : stored) {
                CodedSession session = one.session();
                insert.setObject(1, session.id());
                insert.setInt(2, session.version());
                insert.setInt(3, session.codingRevision());
                insert.setString(4, session.status().name());
                insert.setString(5, session.clinic());
                insert.setString(6, session.patient());
                insert.setString(7, json(session.attributes()));
                insert.setString(8, json(session.events()));
                insert.setObject(9, session.firstReceivedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(10, session.receivedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(11, one.codedAt().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void addStates(String patient) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant received = RECEIVED.plusSeconds(random.nextInt(SECONDS));
        Instant coded = CODED.plusSeconds(random.nextInt(SECONDS));
        for (int version = 1; version <= 1 + random.nextInt(3); version++) {
            for (int revision = 1; revision <= 1 + random.nextInt(2); revision++) {
                stored.add(new Stored(state(id, patient, version, revision, received), coded));
                coded = coded.plusSeconds(1 + random.nextInt(100_000));
            }
        }
    }

    private CodedSession state(UUID id, String patient, int version, int revision, Instant received) {
        return new CodedSession(
                ContractJson.SCHEMA,
                id,
                version,
                revision,
                random.nextInt(8) == 0 ? SessionStatus.WITHDRAWN : SessionStatus.ACTIVE,
                clinic,
                patient,
                received,
                received.plusSeconds(version),
                attributes(),
                events());
    }

    private SessionAttributes attributes() {
        return new SessionAttributes(
                random.nextInt(3) > 0 ? PreviouslyTreated.NO : any(PreviouslyTreated.values()),
                FIRST.plusHours(12L * random.nextInt(40)),
                null,
                random.nextBoolean() ? Route.INTRAVENOUS : Route.ORAL,
                orNull(any(Formulation.values())),
                orNull(any(Indication.values())),
                1 + random.nextInt(2),
                orNull(new PlannedDose(null, 0.3 + random.nextInt(3), 0.3 + random.nextInt(3))),
                null,
                null,
                null,
                true,
                List.of(),
                null,
                List.of(),
                any(Ascertainment.values()));
    }

    private List<CodedEvent> events() {
        return switch (random.nextInt(6)) {
            case 0 -> List.of(coded(Category.GI, "nausea"));
            case 1 -> List.of(coded(Category.CNS, "dizziness"), coded(Category.GI, "vomiting"));
            case 2 -> List.of(awaiting());
            case 3 -> List.of(coded(Category.CNS, "dissociation"), awaiting());
            default -> List.of();
        };
    }

    private CodedEvent coded(Category category, String term) {
        return event(List.of(new Coding(term, category, CodingMethod.EXACT, term, 1.0, "random")), false);
    }

    private CodedEvent awaiting() {
        return event(List.of(), true);
    }

    private CodedEvent event(List<Coding> codings, boolean awaiting) {
        List<Seriousness> seriousness = random.nextInt(4) == 0 ? List.of(any(Seriousness.values())) : List.of();
        return new CodedEvent(new UUID(random.nextLong(), random.nextLong()), null, seriousness, codings, awaiting);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T orNull(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static String json(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }
}
