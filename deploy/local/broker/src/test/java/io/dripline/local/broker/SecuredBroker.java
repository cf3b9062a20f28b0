package io.dripline.local.broker;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.yaml.snakeyaml.Yaml;

/** The real broker with what {@code docker-compose.tls.yml} tells it, on this machine's ports and with keys made for it. */
final class SecuredBroker implements AutoCloseable {

    private static final Path ROOT = Path.of("../../..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]*}");

    private final KafkaRaftServer server;
    private final Path keys;
    private final int port;

    private SecuredBroker(KafkaRaftServer server, Path keys, int port) {
        this.server = server;
        this.keys = keys;
        this.port = port;
    }

    static SecuredBroker start(Path directory) throws Exception {
        var keys = directory.resolve("tls");
        certificates(keys, "kafka");
        int port = freePort();
        int controllerPort = freePort();
        var settings = new BrokerSettings(directory.resolve("data"), port, controllerPort);
        RunBroker.formatOnce(settings);
        var properties = settings.properties();
        properties.putAll(ofCompose(keys));
        properties.put("listeners", "INSIDE://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.put("advertised.listeners", "INSIDE://127.0.0.1:" + port);
        properties.put("inter.broker.listener.name", "INSIDE");
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        return new SecuredBroker(server, keys, port);
    }

    /** A client's settings, as the compose file's services have them. */
    Map<String, Object> clientOf(String principal) {
        return clientOf(principal, passwordOf(principal), keys);
    }

    Map<String, Object> clientOf(String principal, String password, Path keys) {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", "127.0.0.1:" + port);
        client.put("security.protocol", "SASL_SSL");
        client.put("sasl.mechanism", "PLAIN");
        client.put("ssl.truststore.type", "PEM");
        client.put("ssl.truststore.location", keys.resolve("trust/ca.crt").toString());
        client.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal, password));
        client.put("request.timeout.ms", "5000");
        client.put("default.api.timeout.ms", "10000");
        return client;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** By the script that makes them for an installation. */
    static void certificates(Path directory, String... parts) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "bash",
                ROOT.resolve("deploy/images/tls/certificates.sh").toString(),
                directory.toAbsolutePath().toString()));
        command.addAll(List.of(parts));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("certificates.sh (it needs bash and openssl): " + said);
        }
    }

    /** What compose adds to the broker's settings. */
    private static Properties ofCompose(Path keys) throws IOException {
        Map<String, Map<String, Map<String, Map<String, String>>>> compose =
                new Yaml().load(Files.readString(ROOT.resolve("docker-compose.tls.yml")));
        var properties = new Properties();
        new TreeMap<>(compose.get("services").get("kafka").get("environment"))
                .forEach((variable, value) -> properties.put(
                        variable.replaceFirst("^KAFKA_", "")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        VARIABLE.matcher(value.replace("/tls/", keys + "/kafka/"))
                                .replaceAll(match -> Matcher.quoteReplacement(passwordFor(match.group(1))))));
        properties.put("listener.security.protocol.map", "INSIDE:SASL_SSL,CONTROLLER:SASL_SSL");
        return properties;
    }

    /** Of INTAKE_KAFKA_PASSWORD that of intake, of KAFKA_BROKER_PASSWORD that of broker. */
    private static String passwordFor(String variable) {
        return passwordOf(variable.replaceAll("_?(KAFKA|PASSWORD)_?", "").toLowerCase(Locale.ROOT));
    }

    private static String passwordOf(String principal) {
        return "of-" + principal;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
