package io.dripline.incidence.run;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.incidence.count.OtherRuleException;
import io.dripline.incidence.count.WrongStoreException;
import java.time.Instant;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ReplaceFailedThreadsTest {

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final ReplaceFailedThreads handler = new ReplaceFailedThreads(() -> now);

    @Test
    void aFaultThatMayPassGetsANewThread() {
        assertThat(handler.handle(broker())).isEqualTo(REPLACE_THREAD);
    }

    /** As a broker does after a crash to a member that it has given up, and which Kafka counts among those that are fatal. */
    @Test
    void aFaultThatNobodyExpectedGetsANewThreadToo() {
        assertThat(handler.handle(new StreamsException(new FencedInstanceIdException("another has this id"))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void aStoreOfAnotherRuleEndsTheClientAtOnce() {
        assertThat(handler.handle(new StreamsException(new OtherRuleException("counted by another rule"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void aWrongStoreEndsTheClientAtOnceAndSaysWhatToDo() {
        var wrong = new WrongStoreException(1, 3, new IllegalStateException("cell c: exposed -1"));

        assertThat(handler.handle(new StreamsException(wrong))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(wrong)
                .hasMessageContaining("Set dripline.incidence.generation to 2 to count anew")
                .hasMessageEndingWith("cell c: exposed -1");
    }

    @Test
    void aFaultThatDoesNotPassEndsTheClient() {
        fail(ReplaceFailedThreads.MOST_REPLACEMENTS);

        assertThat(handler.handle(broker())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void faultsOfLongAgoAreForgiven() {
        fail(ReplaceFailedThreads.MOST_REPLACEMENTS);
        now = now.plus(ReplaceFailedThreads.WITHIN).plusSeconds(1);

        assertThat(handler.handle(broker())).isEqualTo(REPLACE_THREAD);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(handler.handle(broker())).isEqualTo(REPLACE_THREAD);
        }
    }

    private static Exception broker() {
        return new StreamsException(new TimeoutException("the broker does not answer"));
    }
}
