package io.dripline.local.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Where the broker keeps its log and where it listens, always on 127.0.0.1.
 *
 * @param data the log directory; formatted at the first start, kept afterwards
 * @param port where clients connect
 * @param controllerPort where the broker reaches its own controller
 */
public record BrokerSettings(Path data, int port, int controllerPort) {

    static final int NODE = 1;
    private static final String HOST = "127.0.0.1";

    public BrokerSettings {
        requirePort("port", port);
        requirePort("controllerPort", controllerPort);
        if (port == controllerPort) {
            throw new IllegalArgumentException("port and controllerPort are both " + port + "; they must differ");
        }
    }

    /**
     * Reads the command line.
     *
     * @param args data directory, port, controller port
     * @throws IllegalArgumentException if one is missing or not a port
     */
    static BrokerSettings of(List<String> args) {
        if (args.size() != 3) {
            throw new IllegalArgumentException("expected <data directory> <port> <controller port>, got " + args);
        }
        return new BrokerSettings(
                Path.of(args.get(0)), number("port", args.get(1)), number("controllerPort", args.get(2)));
    }

    /** The settings of a broker that is alone: every topic has one replica, and nothing waits for a second member. */
    Properties properties() {
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE));
        properties.put("log.dirs", data.toAbsolutePath().toString());
        properties.put(
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);

        // The services make their topics, with the right number of partitions; a guess by the broker would stay.
        properties.put("auto.create.topics.enable", "false");
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "6");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "6");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");

        // Sized for a laptop: the defaults give the log cleaner alone 128 MB and every segment 20 MB of index.
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        properties.put("log.index.size.max.bytes", String.valueOf(2 << 20));
        properties.put("num.io.threads", "4");
        properties.put("num.network.threads", "2");
        properties.put("background.threads", "4");
        return properties;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is '" + text + "'; expected a number", notANumber);
        }
    }

    private static void requirePort(String name, int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(name + " is " + port + "; expected 1 to 65535");
        }
    }
}
