package io.dripline.reporting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The way to PostgreSQL, which a test can shut: then every connection is lost, and every new one. By a system property,
 * because the servers are started by another class loader than the tests.
 */
final class Gate implements AutoCloseable {

    private static final String SHUT = "dripline.test.gate-shut";
    private static final String HUNG_UP = "dripline.test.gate-hung-up";

    private final ServerSocket server;
    private final int target;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    private Gate(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static Gate to(int port) throws IOException {
        Gate gate = new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(gate::accept);
        Thread.ofPlatform().daemon().start(gate::hangUpWhileShut);
        return gate;
    }

    /** The database is away until closed; on return no connection is left. */
    static AutoCloseable shut() throws InterruptedException {
        System.clearProperty(HUNG_UP);
        System.setProperty(SHUT, "true");
        while (!Boolean.getBoolean(HUNG_UP)) {
            Thread.sleep(1);
        }
        return () -> System.clearProperty(SHUT);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void hangUpWhileShut() {
        while (!server.isClosed()) {
            if (Boolean.getBoolean(SHUT)) {
                ends.forEach(Gate::hangUp);
                ends.clear();
                System.setProperty(HUNG_UP, "true");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (Boolean.getBoolean(SHUT)) {
                    hangUp(client);
                    continue;
                }
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                ends.add(client);
                ends.add(database);
                Thread.ofVirtual().start(() -> copy(client, database));
                Thread.ofVirtual().start(() -> copy(database, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
