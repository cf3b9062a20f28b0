package io.dripline.incidence.run;

import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.incidence.Measures;
import io.dripline.incidence.count.CountingRule;
import io.dripline.incidence.count.IncidenceConfig;
import io.dripline.incidence.count.IncidenceTopology;
import io.dripline.incidence.count.Outcomes;
import io.dripline.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the topology to Kafka Streams. It must not inject KafkaStreams: that needs the topology first. */
@Singleton
class ProvideTopology {

    @Produces
    @Singleton
    Topology topology(
            IncidenceConfig config,
            MeterRegistry registry,
            Traces traces,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        var rule = new CountingRule(config.generation(), Measures.standard(), config.courseGap());
        return IncidenceTopology.of(rule, new Outcomes(registry), new ProcessingService("incidence", version), traces);
    }
}
