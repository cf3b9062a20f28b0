package io.dripline.incidence;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Seriousness;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What may arrive for some patients: several states a session, some of them twice, in any order. */
public final class RandomHistory {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-12-26T09:00:00+11:00");

    private static final Instant RECEIVED = Instant.parse("2027-02-01T00:00:00Z");

    private RandomHistory() {}

    public static List<CodedExample> of(List<String> patients, int sessionsEach, Random random) {
        List<CodedExample> arrivals = new ArrayList<>();
        for (String patient : patients) {
            for (int session = 0; session < sessionsEach; session++) {
                // Of a session's states the first receipt is one and the same; its order is not that of the starts.
                Instant firstReceived = RECEIVED.plusSeconds(random.nextInt(1_000_000));
                for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                    for (int revision = 1; revision <= 1 + random.nextInt(2); revision++) {
                        CodedExample state = state(patient, session, version, revision, random)
                                .receivedAt(firstReceived);
                        arrivals.addAll(Collections.nCopies(1 + random.nextInt(2), state));
                    }
                }
            }
        }
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static CodedExample state(String patient, int session, int version, int revision, Random random) {
        CodedExample state = CodedExample.session(patient, session)
                .state(version, revision)
                .at(FIRST.plusHours(12L * random.nextInt(40)).toString())
                .by(random.nextBoolean() ? Route.INTRAVENOUS : Route.ORAL)
                .treated(random.nextInt(3) > 0 ? PreviouslyTreated.NO : any(PreviouslyTreated.values(), random))
                .given(
                        orNull(any(Formulation.values(), random), random),
                        orNull(new PlannedDose(null, 0.3 + random.nextInt(3), 0.3 + random.nextInt(3)), random))
                .against(orNull(any(Indication.values(), random), random))
                .planned(1 + random.nextInt(2))
                .ascertainedBy(any(Ascertainment.values(), random));
        switch (random.nextInt(8)) {
            case 0 -> state.with(Category.GI, "nausea");
            case 1 -> state.with(Category.CNS, "dizziness").with(Category.GI, "vomiting", serious(random));
            case 2 -> state.awaiting();
            case 3 -> state.awaiting(serious(random));
            case 4 -> state.with(Category.CNS, "dissociation").awaiting();
            case 5 -> state.with(Category.CNS, "dissociation", serious(random)).awaiting();
            case 6 -> state.withdrawn();
            default -> {}
        }
        return state;
    }

    private static Seriousness serious(Random random) {
        return any(Seriousness.values(), random);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static <T> @Nullable T orNull(T value, Random random) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
