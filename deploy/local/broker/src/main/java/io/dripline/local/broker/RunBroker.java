package io.dripline.local.broker;

import java.nio.file.Files;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Runs the broker until the process is asked to end, and then closes its log in an orderly way. */
public final class RunBroker {

    private RunBroker() {}

    /**
     * Starts the broker.
     *
     * @param args data directory, port, controller port
     */
    public static void main(String[] args) throws Exception {
        var settings = BrokerSettings.of(List.of(args));
        formatOnce(settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings.properties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-broker"));
        server.startup();
        server.awaitShutdown();
    }

    /** Makes the log directory ready; one that is, stays. */
    static void formatOnce(BrokerSettings settings) throws Exception {
        if (Files.exists(settings.data().resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(settings.data());
        var directory = settings.data().toAbsolutePath().toString();
        new Formatter()
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory)
                .addDirectory(directory)
                .setPrintStream(System.out)
                .run();
    }
}
