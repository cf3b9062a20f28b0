package io.dripline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.WordsKey;
import io.dripline.contracts.tally.ClinicWeek;
import java.util.Arrays;

/** Whatever lies on a topic is read or refused, and what was read is written so that it is read as the same. */
class RecordsFuzzTest {

    @FuzzTest
    void reportedSession(byte[] value) {
        readsTheSameAgain(value, ReportedSession.class);
    }

    @FuzzTest
    void codedSession(byte[] value) {
        readsTheSameAgain(value, CodedSession.class);
    }

    @FuzzTest
    void cellShare(byte[] value) {
        readsTheSameAgain(value, CellShare.class);
    }

    @FuzzTest
    void alert(byte[] value) {
        readsTheSameAgain(value, Alert.class);
    }

    @FuzzTest
    void clinicWeek(byte[] value) {
        readsTheSameAgain(value, ClinicWeek.class);
    }

    @FuzzTest
    void wordsKey(byte[] header) {
        try {
            assertThat(WordsKey.of(header).header()).isEqualTo(header);
        } catch (RefusedRecordException expected) {
            assertThat(expected).hasMessageContaining("expected");
        }
    }

    /** Every header of a dead letter cut from the bytes, with a length in front of each. */
    @FuzzTest
    void deadLetter(byte[] bytes) {
        int[] at = {0};
        DeadLetter.of(name -> {
            if (at[0] >= bytes.length) {
                return null;
            }
            int length = Math.min(bytes[at[0]++] & 0x1F, bytes.length - at[0]);
            return Arrays.copyOfRange(bytes, at[0], at[0] += length);
        });
    }

    private static <T> void readsTheSameAgain(byte[] value, Class<T> type) {
        T record;
        try {
            record = ContractJson.read(value, type);
        } catch (RefusedRecordException expected) {
            assertThat(expected.getMessage()).hasSizeLessThan(1_000);
            return;
        }
        assertThat(ContractJson.read(ContractJson.write(record), type)).isEqualTo(record);
    }
}
