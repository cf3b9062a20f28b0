package io.dripline.incidence.store;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.counting.CodedTerm;
import io.dripline.counting.CountedSession;
import io.dripline.counting.Findings;
import io.dripline.counting.PatientSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A patient's sessions as bytes, about 50 for each session after the first. */
public final class StoredPatients implements Serde<PatientSessions> {

    private static final int FORMAT = 1;
    private static final int ACTIVE = 1;
    private static final int UNTREATED_BEFORE = 2;
    private static final int SERIOUS = 4;
    private static final int AWAITING = 8;

    @Override
    public Serializer<PatientSessions> serializer() {
        return (topic, patient) -> patient == null ? null : write(patient);
    }

    @Override
    public Deserializer<PatientSessions> deserializer() {
        return (topic, bytes) -> bytes == null ? null : BinaryReader.read(bytes, FORMAT, StoredPatients::read);
    }

    private static byte[] write(PatientSessions patient) {
        var out = new BinaryWriter(FORMAT).number(patient.latest().size());
        for (CountedSession session : patient.latest()) {
            Cell cell = session.cell();
            out.id(session.id())
                    .number(session.version())
                    .number(session.codingRevision())
                    .flags(
                            session.active(),
                            session.untreatedBefore(),
                            session.findings().serious(),
                            session.findings().awaiting())
                    .text(session.patient())
                    .instant(session.startedAt())
                    .instant(session.firstReceivedAt())
                    .number(cell.week().year())
                    .number(cell.week().week())
                    .text(cell.clinic())
                    .text(cell.route())
                    .text(cell.formulation())
                    .text(cell.regimen())
                    .text(cell.indication())
                    .text(cell.doseBand())
                    .text(cell.ascertainment())
                    .number(session.findings().terms().size());
            session.findings()
                    .terms()
                    .forEach(term -> out.text(term.category().name()).text(term.term()));
        }
        return out.bytes();
    }

    private static PatientSessions read(BinaryReader in) {
        int sessions = in.count();
        List<CountedSession> latest = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            latest.add(session(in));
        }
        return PatientSessions.of(latest);
    }

    private static CountedSession session(BinaryReader in) {
        var id = in.id();
        int version = in.count();
        int codingRevision = in.count();
        int flags = in.flags();
        return new CountedSession(
                id,
                version,
                codingRevision,
                (flags & ACTIVE) != 0,
                in.text(),
                in.instant(),
                in.instant(),
                (flags & UNTREATED_BEFORE) != 0,
                new Cell(
                        Unit.SESSION,
                        new IsoWeek(in.count(), in.count()),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text()),
                new Findings(terms(in), (flags & SERIOUS) != 0, (flags & AWAITING) != 0));
    }

    private static SortedSet<CodedTerm> terms(BinaryReader in) {
        int size = in.count();
        SortedSet<CodedTerm> terms = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            terms.add(new CodedTerm(Category.valueOf(in.text()), in.text()));
        }
        return terms;
    }
}
