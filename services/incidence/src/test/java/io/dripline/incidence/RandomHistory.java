package io.dripline.incidence;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.session.Route;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What may arrive for some patients: several states a session, some of them twice, in any order. */
public final class RandomHistory {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-12-26T09:00:00+11:00");

    private RandomHistory() {}

    public static List<CodedExample> of(List<String> patients, int sessionsEach, Random random) {
        List<CodedExample> arrivals = new ArrayList<>();
        for (String patient : patients) {
            for (int session = 0; session < sessionsEach; session++) {
                for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                    for (int revision = 1; revision <= 1 + random.nextInt(2); revision++) {
                        CodedExample state = state(patient, session, version, revision, random);
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
                .by(random.nextBoolean() ? Route.INTRAVENOUS : Route.ORAL);
        switch (random.nextInt(6)) {
            case 0 -> state.with(Category.GI, "nausea");
            case 1 -> state.with(Category.CNS, "dizziness").with(Category.GI, "vomiting");
            case 2 -> state.awaiting();
            case 3 -> state.with(Category.CNS, "dissociation").awaiting();
            case 4 -> state.withdrawn();
            default -> {}
        }
        return state;
    }
}
