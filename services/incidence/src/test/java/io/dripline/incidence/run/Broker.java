package io.dripline.incidence.run;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;

/** A real broker in this JVM, on ports of its own. */
final class Broker {

    private Broker() {}

    static KafkaCluster start() {
        KafkaCluster cluster = KafkaClusterFactory.create(KafkaClusterConfig.builder()
                .execMode(KafkaClusterExecutionMode.IN_VM)
                .kraftMode(true)
                .brokersNum(1)
                .brokerConfig("auto.create.topics.enable", "false")
                .build());
        cluster.start();
        return cluster;
    }
}
