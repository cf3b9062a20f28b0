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
import org.jspecify.annotations.Nullable;

/**
 * A wire to PostgreSQL that counts round trips: a client waits for an answer after each Sync and each simple Query of
 * the frontend protocol. What relays send on their own connections, known by their listening and ringing, does not
 * count, nor what derives clinic-weeks and seals rows behind the doors, nor that the pool opens a connection.
 */
final class CountingWire implements AutoCloseable {

    private static final List<Line> LINES = new CopyOnWriteArrayList<>();
    private static volatile boolean cut;
    private static volatile @Nullable AtCommit atCommit;

    private final ServerSocket server;
    private final int target;

    /** When a connection is lost to the client that commits. */
    enum AtCommit {
        BEFORE_THE_SERVER_KNOWS,
        BEFORE_THE_CLIENT_KNOWS
    }

    private static final class Line {
        final AtomicLong roundTrips = new AtomicLong();
        volatile boolean relay;
        volatile boolean swallowing;
        /** The statement that commits, as the client named it when it parsed it. */
        @Nullable
        String commit;

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

    /** Loses the next connection that commits, once. */
    static void loseAtCommit(AtCommit when) {
        atCommit = when;
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
                Thread.ofVirtual().start(() -> answer(database, client, line));
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
            write(in.readNBytes(in.readInt() - Integer.BYTES), out);
            while (true) {
                byte type = in.readByte();
                byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
                String text = new String(body, StandardCharsets.ISO_8859_1);
                boolean commits = isCommit(type, text, line);
                AtCommit losing = atCommit;
                if (losing != null && commits && !line.relay) {
                    atCommit = null;
                    if (losing == AtCommit.BEFORE_THE_SERVER_KNOWS) {
                        return;
                    }
                    line.swallowing = true;
                }
                out.writeByte(type);
                write(body, out);
                line.relay |= text.contains("listen ")
                        || text.contains("pg_notify")
                        || text.contains("derive-clinic-weeks")
                        || text.contains("dripline.ledger");
                boolean opensAConnection = text.startsWith("SET application_name");
                if (type == 'S' || type == 'Q' && !opensAConnection) {
                    line.roundTrips.incrementAndGet();
                }
            }
        } catch (EOFException | SocketException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement is parsed once and bound each time: by name, after the portal's name. */
    private static boolean isCommit(byte type, String text, Line line) {
        if (type == 'P' && text.contains("COMMIT")) {
            line.commit = text.substring(0, text.indexOf(0));
        }
        return type == 'B' && line.commit != null && text.split("\0", -1)[1].equals(line.commit);
    }

    private static void write(byte[] body, DataOutputStream out) throws IOException {
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
        out.flush();
    }

    private static void answer(Socket from, Socket to, Line line) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int length = from.getInputStream().read(buffer);
                    length >= 0 && !line.swallowing;
                    length = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
