package io.dripline.classification;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real Kafka broker on a free port, without topics, which creates none by itself. */
public final class RealBroker implements QuarkusTestResourceLifecycleManager {

    private KafkaCluster cluster;

    @Override
    public Map<String, String> start() {
        cluster = KafkaClusterFactory.create(KafkaClusterConfig.builder()
                .brokersNum(1)
                .kraftMode(true)
                .execMode(KafkaClusterExecutionMode.IN_VM)
                .brokerConfig("auto.create.topics.enable", "false")
                .build());
        cluster.start();
        return Map.of("kafka.bootstrap.servers", cluster.getBootstrapServers());
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
