package io.dripline.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A wire to PostgreSQL that counts round trips: a client waits for an answer after each Sync and each simple Query of
 * the frontend protocol. What the relay sends on its own connections, known by its listening and ringing, does
 * not count.
 */
final class CountingWire implements AutoCloseable {

    private static final List<Line> LINES = new CopyOnWriteArrayList<>();
    private static volatile boolean cut;

    private final ServerSocket server;
    private final int target;

    private static final class Line {
        final AtomicLong roundTrips = new AtomicLong();
        volatile boolean relay;
        final List<Socket> ends;

        Line(Socket... ends) {
            this.ends = List.of(ends);
        }
    }

    private CountingWire(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static CountingWire to(int port) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CountingWire wire = new CountingWire(server, port);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    /** Round trips so far on every connection that is not a relay's. */
    static long roundTrips() {
        return LINES.stream()
                .filter(line -> !line.relay)
                .mapToLong(line -> line.roundTrips.get())
                .sum();
    }

    /** Cuts every connection, and every new one, until closed: the database is away. */
    static AutoCloseable cut() {
        cut = true;
        LINES.forEach(CountingWire::hangUp);
        return () -> cut = false;
    }

    private static void hangUp(Line line) {
        for (Socket end : line.ends) {
            try {
                end.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Line line = new Line(client, database);
                LINES.add(line);
                if (cut) {
                    hangUp(line);
                }
                Thread.ofVirtual().start(() -> forward(client, database, line));
                Thread.ofVirtual().start(() -> answer(database, client));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void forward(Socket from, Socket to, Line line) {
        try (from;
                to;
                DataInputStream in = new DataInputStream(from.getInputStream());
                DataOutputStream out = new DataOutputStream(to.getOutputStream())) {
            copyBody(in, out);
            while (true) {
                byte type = in.readByte();
                out.writeByte(type);
                String text = copyBody(in, out);
                line.relay |= text.contains("listen ") || text.contains("pg_notify");
                if (type == 'S' || type == 'Q') {
                    line.roundTrips.incrementAndGet();
                }
            }
        } catch (EOFException | SocketException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String copyBody(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - Integer.BYTES);
        out.writeInt(length);
        out.write(body);
        out.flush();
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static void answer(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
