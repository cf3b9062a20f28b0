package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each part listens on 127.0.0.1. Uses the JDK alone: {@link BusyPorts} runs from its source, before anything is built.
 *
 * @param kafkaController the broker's own controller
 * @param keycloakManagement Keycloak's health
 */
public record Ports(
        int postgres,
        int kafka,
        int kafkaController,
        int keycloak,
        int keycloakManagement,
        int reporting,
        int intake,
        int classification,
        int incidence) {

    /** The ports that the documentation names. */
    public static final Ports DEFAULT = new Ports(15432, 19092, 19093, 8180, 8181, 8080, 8081, 8082, 8083);

    /** Above the default ports and their usual offsets. */
    private static final int LOWEST_FREE = 22_000;

    /** Where Linux begins unless told otherwise; other systems begin higher. */
    private static final int LOWEST_EPHEMERAL = 32_768;

    public Ports {
        for (int port : new int[] {
            postgres, kafka, kafkaController, keycloak, keycloakManagement, reporting, intake, classification, incidence
        }) {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("port " + port + " is outside 1 to 65535");
            }
        }
    }

    /** All ports moved by an offset, so that a second stack runs beside the first. */
    public Ports shiftedBy(int offset) {
        return new Ports(
                postgres + offset,
                kafka + offset,
                kafkaController + offset,
                keycloak + offset,
                keycloakManagement + offset,
                reporting + offset,
                intake + offset,
                classification + offset,
                incidence + offset);
    }

    /**
     * The default ports, or those moved by the environment's {@code DRIPLINE_PORT_OFFSET}.
     *
     * @throws IllegalArgumentException if the offset is not a whole number
     */
    public static Ports of(Map<String, String> environment) {
        var offset = environment.getOrDefault("DRIPLINE_PORT_OFFSET", "0");
        try {
            return DEFAULT.shiftedBy(Integer.parseInt(offset));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "DRIPLINE_PORT_OFFSET is '" + offset + "'; expected a whole number such as 1000", notANumber);
        }
    }

    /**
     * Ports that nobody uses at this moment, below those from which systems give connections their own: a connection may not take the
     * port of a part that is down for a while.
     */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            while (sockets.size() < 9) {
                tryPort(ThreadLocalRandom.current().nextInt(LOWEST_FREE, LOWEST_EPHEMERAL))
                        .ifPresent(sockets::add);
            }
            var free = sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(
                    free.get(0),
                    free.get(1),
                    free.get(2),
                    free.get(3),
                    free.get(4),
                    free.get(5),
                    free.get(6),
                    free.get(7),
                    free.get(8));
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static Optional<ServerSocket> tryPort(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException inUse) {
            return Optional.empty();
        }
    }

    /** Each port with the name of what listens on it, in the order of the start. */
    Map<Integer, String> named() {
        var named = new LinkedHashMap<Integer, String>();
        named.put(postgres, "PostgreSQL");
        named.put(kafka, "Kafka");
        named.put(kafkaController, "Kafka's controller");
        named.put(keycloak, "Keycloak");
        named.put(keycloakManagement, "Keycloak's health");
        named.put(intake, "intake");
        named.put(classification, "classification");
        named.put(incidence, "incidence");
        named.put(reporting, "reporting");
        return named;
    }

    /** The ports that a part listens on. */
    List<Integer> of(Part part) {
        return switch (part) {
            case POSTGRES -> List.of(postgres);
            case KAFKA -> List.of(kafka, kafkaController);
            case KEYCLOAK -> List.of(keycloak, keycloakManagement);
            case INTAKE -> List.of(intake);
            case CLASSIFICATION -> List.of(classification);
            case INCIDENCE -> List.of(incidence);
            case REPORTING -> List.of(reporting);
        };
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException stillOpen) {
            throw new UncheckedIOException(stillOpen);
        }
    }
}
