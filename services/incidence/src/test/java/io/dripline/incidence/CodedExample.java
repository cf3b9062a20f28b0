package io.dripline.incidence;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/** A coded session of which a test states only what it is about. */
public final class CodedExample {

    private final UUID id;
    private final String patient;
    private int version = 1;
    private int codingRevision = 1;
    private SessionStatus status = SessionStatus.ACTIVE;
    private String clinic = "clinic-north";
    private OffsetDateTime startedAt = OffsetDateTime.parse("2026-11-18T09:00:00+11:00");
    private Route route = Route.INTRAVENOUS;
    private Instant firstReceivedAt = Instant.parse("2026-11-22T00:00:00Z");
    private PreviouslyTreated previouslyTreated = PreviouslyTreated.NO;

    @Nullable
    private Formulation formulation = Formulation.RACEMIC;

    @Nullable
    private Indication indication;

    private int plannedSessions = 1;

    @Nullable
    private PlannedDose plannedDose = new PlannedDose(null, 0.5, null);

    private Ascertainment ascertainment = Ascertainment.CHECKLIST;
    private final List<CodedEvent> events = new ArrayList<>();

    private CodedExample(UUID id, String patient) {
        this.id = id;
        this.patient = patient;
    }

    /** Session {@code number} of a patient. */
    public static CodedExample session(String patient, int number) {
        return new CodedExample(
                UUID.nameUUIDFromBytes((patient + "/" + number).getBytes(StandardCharsets.UTF_8)), patient);
    }

    /** The {@code number}th pseudonym that lies in a partition. */
    public static String patientIn(int partition, int number) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "patient-" + i)
                .filter(patient -> partitionOf(patient) == partition)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    public static int partitionOf(String patient) {
        return BuiltInPartitioner.partitionForKey(patient.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
    }

    public CodedExample state(int version, int codingRevision) {
        this.version = version;
        this.codingRevision = codingRevision;
        return this;
    }

    public CodedExample withdrawn() {
        this.status = SessionStatus.WITHDRAWN;
        return this;
    }

    public CodedExample at(String startedAt) {
        this.startedAt = OffsetDateTime.parse(startedAt);
        return this;
    }

    public CodedExample by(Route route) {
        this.route = route;
        return this;
    }

    public CodedExample of(String clinic) {
        this.clinic = clinic;
        return this;
    }

    public CodedExample receivedAt(Instant firstReceivedAt) {
        this.firstReceivedAt = firstReceivedAt;
        return this;
    }

    public CodedExample treated(PreviouslyTreated previouslyTreated) {
        this.previouslyTreated = previouslyTreated;
        return this;
    }

    public CodedExample given(@Nullable Formulation formulation, @Nullable PlannedDose plannedDose) {
        this.formulation = formulation;
        this.plannedDose = plannedDose;
        return this;
    }

    public CodedExample against(@Nullable Indication indication) {
        this.indication = indication;
        return this;
    }

    public CodedExample planned(int sessions) {
        this.plannedSessions = sessions;
        return this;
    }

    public CodedExample ascertainedBy(Ascertainment ascertainment) {
        this.ascertainment = ascertainment;
        return this;
    }

    public CodedExample with(Category category, String term, Seriousness... seriousness) {
        var coding = new Coding(term, category, CodingMethod.EXACT, term, 1, "2026.11");
        events.add(new CodedEvent(new UUID(1, events.size()), null, List.of(seriousness), List.of(coding), false));
        return this;
    }

    public CodedExample awaiting(Seriousness... seriousness) {
        events.add(new CodedEvent(new UUID(1, events.size()), null, List.of(seriousness), List.of(), true));
        return this;
    }

    public CodedSession coded() {
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

    public byte[] key() {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] json() {
        return ContractJson.write(coded());
    }
}
