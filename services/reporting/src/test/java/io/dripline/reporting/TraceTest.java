package io.dripline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.trace.Hop;
import io.dripline.trace.Traceparent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Counts are judged in the trace of a report where it alone changed them. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TraceTest {

    private static final String NONE = "none";

    /** In which trace each clinic's counts were judged last. */
    @Singleton
    static class Judged {

        private final Map<String, String> traces = new ConcurrentHashMap<>();

        void judged(@Observes CountsSettled settled) {
            Hop hop = Hop.current();
            settled.clinics().forEach(clinic -> traces.put(clinic, hop == null ? NONE : hop.traceparent()));
        }
    }

    @Inject
    Judged judged;

    private final String clinic = "traced-" + UUID.randomUUID();

    @Test
    void whatOneReportChangesIsJudgedInItsTrace() {
        String trace = newTrace();

        PublishShares.inOneTransaction(
                List.of(of(Unit.SESSION, "2026-W40", trace), of(Unit.FIRST_COURSE, "2026-W40", trace)));

        assertThat(inWhichItWasJudged())
                .startsWith(trace.substring(0, 36))
                .endsWith("-01")
                .isNotEqualTo(trace);
    }

    @Test
    void whatTwoReportsChangeTogetherIsJudgedInNeithersTrace() {
        PublishShares.inOneTransaction(
                List.of(of(Unit.SESSION, "2026-W40", newTrace()), of(Unit.SESSION, "2026-W41", newTrace())));

        assertThat(inWhichItWasJudged()).isEqualTo(NONE);
    }

    /** As where a session is coded anew by a ruling. */
    @Test
    void whatNoReportChangesIsJudgedInNoTrace() {
        PublishShares.inOneTransaction(
                List.of(Shares.outgoing(Shares.share(1, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 1, 0))));

        assertThat(inWhichItWasJudged()).isEqualTo(NONE);
    }

    private ProducerRecord<byte[], byte[]> of(Unit unit, String week, String traceparent) {
        ProducerRecord<byte[], byte[]> record =
                Shares.outgoing(Shares.share(1, 1, Shares.cell(unit, week, clinic), 1, 0));
        record.headers().add(Traceparent.HEADER, Traceparent.bytes(traceparent));
        return record;
    }

    private String inWhichItWasJudged() {
        return await().atMost(Duration.ofSeconds(20)).until(() -> judged.traces.get(clinic), trace -> trace != null);
    }

    private static String newTrace() {
        return "00-%s-00f067aa0ba902b7-01"
                .formatted(UUID.randomUUID().toString().replace("-", ""));
    }
}
