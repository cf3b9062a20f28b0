package io.dripline.bench.speed;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.contracts.session.Setting;
import io.dripline.contracts.session.Severity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Coded sessions of one clinic: two events each, six sessions of a patient, a day apart, then the next patient. The same seed makes the same. */
final class MadeCodings {

    private static final List<Coding> CODINGS = List.of(
            coding("dissociation", Category.CNS),
            coding("dizziness", Category.CNS),
            coding("headache", Category.CNS),
            coding("blurred-vision", Category.CNS),
            coding("nausea", Category.GI),
            coding("vomiting", Category.GI),
            coding("hypertension", Category.CARDIOVASCULAR),
            coding("palpitation", Category.CARDIOVASCULAR),
            coding("dysuria", Category.UROGENITAL),
            coding("pruritus", Category.OTHER));
    private static final Indication[] INDICATIONS = Indication.values();
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(11);

    private final SplittableRandom random;
    private final LocalDate earliest;
    private final int firstDays;
    private long made;
    private String patient = "";
    private Indication indication = INDICATIONS[0];
    private LocalDate first = LocalDate.EPOCH;

    /**
     * @param latest the last day on which a session may have started
     * @param days how many days sessions are spread over, at least {@value MadeReports#COURSE}
     */
    MadeCodings(long seed, LocalDate latest, int days) {
        if (days < MadeReports.COURSE) {
            throw new IllegalArgumentException(
                    "days: expected at least %d, found %d".formatted(MadeReports.COURSE, days));
        }
        random = new SplittableRandom(seed);
        earliest = latest.minusDays(days - 1L);
        firstDays = days - MadeReports.COURSE + 1;
    }

    /** The next one. */
    CodedSession next() {
        int session = (int) (made % MadeReports.COURSE);
        if (session == 0) {
            patient = id().toString();
            indication = INDICATIONS[random.nextInt(INDICATIONS.length)];
            first = earliest.plusDays(random.nextInt(firstDays));
        }
        made++;
        OffsetDateTime startedAt =
                first.plusDays(session).atTime(LocalTime.of(9, 0)).atOffset(OFFSET);
        return new CodedSession(
                ContractJson.SCHEMA,
                id(),
                1,
                1,
                SessionStatus.ACTIVE,
                "clinic-north",
                patient,
                startedAt.plusHours(3).toInstant(),
                startedAt.plusHours(3).toInstant(),
                new SessionAttributes(
                        PreviouslyTreated.NO,
                        startedAt,
                        startedAt.plusMinutes(90),
                        random.nextInt(10) > 0 ? Route.INTRAVENOUS : Route.SUBCUTANEOUS,
                        Formulation.RACEMIC,
                        indication,
                        MadeReports.COURSE,
                        new PlannedDose(null, 0.5, null),
                        new GivenDose(60.0),
                        70.5,
                        Setting.OUTPATIENT,
                        true,
                        List.of(),
                        40.0,
                        List.of(),
                        random.nextInt(10) > 0 ? Ascertainment.CHECKLIST : Ascertainment.SPONTANEOUS),
                List.of(event(), event()));
    }

    private CodedEvent event() {
        return new CodedEvent(
                id(), Severity.MILD, List.of(), List.of(CODINGS.get(random.nextInt(CODINGS.size()))), false);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Coding coding(String term, Category category) {
        return new Coding(term, category, CodingMethod.EXACT, term, 0.97, "2026.11");
    }
}
