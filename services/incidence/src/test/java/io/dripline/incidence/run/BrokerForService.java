package io.dripline.incidence.run;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Gives the service under test a broker with the topic that it reads, and an empty state directory. */
public final class BrokerForService implements QuarkusTestResourceLifecycleManager {

    private KafkaCluster cluster;

    @Override
    public Map<String, String> start() {
        try {
            cluster = Broker.start();
            new Table(cluster.getBootstrapServers()).create();
            return Map.of(
                    "kafka.bootstrap.servers", cluster.getBootstrapServers(),
                    "kafka-streams.state.dir",
                            Files.createTempDirectory("incidence-state").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }
}
