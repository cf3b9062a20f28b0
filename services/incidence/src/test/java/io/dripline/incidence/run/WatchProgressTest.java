package io.dripline.incidence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CountPatient;
import io.dripline.incidence.count.CountingRule;
import io.dripline.incidence.count.IncidenceConfig;
import io.dripline.incidence.count.IncidenceTopology;
import io.dripline.incidence.count.Outcomes;
import io.dripline.progress.ProgressConfig;
import io.dripline.trace.TraceConfig;
import io.dripline.trace.Traces;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker, with the topology as it is. */
class WatchProgressTest {

    private static final String GROUP = "dripline-incidence-g1";

    private static KafkaCluster cluster;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private KafkaStreams streams;
    private WatchProgress watching;

    @BeforeAll
    static void startBroker() {
        cluster = Broker.start();
        new Table(cluster.getBootstrapServers()).create();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        cluster.close();
    }

    @BeforeEach
    void watch(@TempDir Path state) {
        var properties = new Properties();
        properties.put("application.id", GROUP);
        properties.put("bootstrap.servers", cluster.getBootstrapServers());
        properties.put("state.dir", state.toString());
        var rule = new CountingRule(1, Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        var traces = new Traces(
                "incidence",
                new SmallRyeConfigBuilder()
                        .withMapping(TraceConfig.class)
                        .build()
                        .getConfigMapping(TraceConfig.class));
        streams = new KafkaStreams(
                IncidenceTopology.of(rule, new Outcomes(metrics), new ProcessingService("incidence", "1"), traces),
                properties);
        var counting = new SmallRyeConfigBuilder()
                .withMapping(IncidenceConfig.class)
                .build()
                .getConfigMapping(IncidenceConfig.class);
        watching = new WatchProgress(
                streams,
                new Pace(Duration.ofMillis(20), Duration.ofMillis(300)),
                counting,
                Map.of("bootstrap.servers", cluster.getBootstrapServers()),
                GROUP,
                metrics);
    }

    @AfterEach
    void stop() {
        watching.stop(null);
        streams.close(Duration.ofSeconds(5));
    }

    /** It was never started, so it neither fails nor comes to run. */
    @Test
    void isRedWhileStreamsDoesNotComeToRun() {
        assertThat(watching.call().getStatus()).isEqualTo(Status.UP);

        watching.start(null);

        HealthCheckResponse red = await().until(watching::call, answer -> answer.getStatus() == Status.DOWN);
        assertThat(red.getData().orElseThrow())
                .containsEntry("state", "CREATED")
                .containsEntry("failure", "Kafka Streams does not come to run; the log says why, if it is known");
        assertThat(metrics.get("dripline.incidence.running").gauge().value()).isZero();
    }

    @Test
    void sessionsThatNobodyCountsWaitAndStand() {
        new Table(cluster.getBootstrapServers()).reportPoison("not json".getBytes(StandardCharsets.UTF_8));

        watching.start(null);

        await().untilAsserted(() -> {
            assertThat(gauge("dripline.consumer.waiting")).isPositive().isFinite();
            assertThat(gauge("dripline.consumer.standing")).isGreaterThan(0.3);
        });
        assertThat(watching.call().getStatus()).isEqualTo(Status.DOWN);
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private record Pace(Duration interval, Duration patience) implements ProgressConfig {}
}
