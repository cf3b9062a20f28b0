package io.dripline.counting;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coded session of which a test states only what it is about. */
final class SessionExample {

    UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
    int version = 1;
    int codingRevision = 1;
    SessionStatus status = SessionStatus.ACTIVE;
    String clinic = "clinic-north";
    String patient = "a1";
    Instant firstReceivedAt = Instant.parse("2026-11-22T00:00:00Z");
    PreviouslyTreated previouslyTreated = PreviouslyTreated.NO;
    OffsetDateTime startedAt = OffsetDateTime.parse("2026-11-18T09:00:00+11:00");
    Route route = Route.INTRAVENOUS;

    @Nullable
    Formulation formulation = Formulation.RACEMIC;

    @Nullable
    Indication indication = Indication.NEUROPATHIC_PAIN;

    int plannedSessions = 1;

    @Nullable
    PlannedDose plannedDose = new PlannedDose(null, 0.5, null);

    Ascertainment ascertainment = Ascertainment.CHECKLIST;
    List<CodedEvent> events = new ArrayList<>();

    static SessionExample session(int number) {
        var example = new SessionExample();
        example.id = new UUID(0x4000, number);
        return example;
    }

    SessionExample at(String startedAt) {
        this.startedAt = OffsetDateTime.parse(startedAt);
        return this;
    }

    SessionExample receivedAt(String firstReceivedAt) {
        this.firstReceivedAt = Instant.parse(firstReceivedAt);
        return this;
    }

    SessionExample treated(PreviouslyTreated previouslyTreated) {
        this.previouslyTreated = previouslyTreated;
        return this;
    }

    SessionExample state(int version, int codingRevision) {
        this.version = version;
        this.codingRevision = codingRevision;
        return this;
    }

    SessionExample withdrawn() {
        this.status = SessionStatus.WITHDRAWN;
        return this;
    }

    SessionExample by(Route route) {
        this.route = route;
        return this;
    }

    SessionExample planned(int sessions) {
        this.plannedSessions = sessions;
        return this;
    }

    SessionExample coded(String term, Category category, Seriousness... seriousness) {
        var coding = new Coding(term, category, CodingMethod.EXACT, term, 1, "2026.11");
        events.add(new CodedEvent(UUID.randomUUID(), null, Arrays.asList(seriousness), List.of(coding), false));
        return this;
    }

    SessionExample awaiting(Seriousness... seriousness) {
        events.add(new CodedEvent(UUID.randomUUID(), null, Arrays.asList(seriousness), List.of(), true));
        return this;
    }

    SessionExample noEvent(Seriousness... seriousness) {
        events.add(new CodedEvent(UUID.randomUUID(), null, Arrays.asList(seriousness), List.of(), false));
        return this;
    }

    CodedSession coded() {
        var attributes = new SessionAttributes(
                previouslyTreated,
                startedAt,
                null,
                route,
                formulation,
                indication,
                plannedSessions,
                plannedDose,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                ascertainment);
        return new CodedSession(
                ContractJson.SCHEMA,
                id,
                version,
                codingRevision,
                status,
                clinic,
                patient,
                firstReceivedAt,
                firstReceivedAt,
                attributes,
                events);
    }

    CountedSession counted() {
        return CountedSession.of(coded());
    }
}
