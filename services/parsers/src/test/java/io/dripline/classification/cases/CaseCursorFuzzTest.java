package io.dripline.classification.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.classification.cohort.Cohort;
import io.dripline.contracts.incidence.Unit;
import io.dripline.parsers.AnyText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A place in the line listing is read, or refused as its door expects it; nobody can make one. */
class CaseCursorFuzzTest {

    private static final SealCursors SEAL = new SealCursors(() -> Optional.of("a secret of the fuzzer"));
    private static final CaseQuestion QUESTION =
            new CaseQuestion(null, false, Unit.SESSION, new Cohort(Map.of()), null, null, Instant.EPOCH);

    @FuzzTest
    void cursor(byte[] bytes) {
        try {
            CaseCursor cursor = CaseCursor.of(AnyText.of(bytes));

            assertThat(SEAL.openCases(SEAL.seal(cursor))).isEqualTo(cursor);
        } catch (IllegalArgumentException | DateTimeException expected) {
            // The door answers 400.
        }
    }

    @FuzzTest
    void exportCursor(byte[] bytes) {
        try {
            ExportCursor cursor = ExportCursor.of(AnyText.of(bytes));

            assertThat(SEAL.openExport(SEAL.seal(cursor, QUESTION), QUESTION)).isEqualTo(cursor);
        } catch (IllegalArgumentException | DateTimeException expected) {
            // The door answers 400.
        }
    }

    @FuzzTest
    void sealed(byte[] bytes) {
        try {
            SEAL.openCases(AnyText.of(bytes));
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError("opened what nobody sealed");
    }
}
