package io.dripline.local.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way to a server on which every connection is cut sooner or later: after so many bytes of requests, or of answers. What is cut in an
 * answer was done, and whoever asked never hears of it.
 */
final class CutLinks implements AutoCloseable {

    /** Bytes: a report is 300 to 700 with its headers around it, so that most cuts fall into the first few requests. */
    private static final int MOST_SENT = 6_000;

    private static final int MOST_ANSWERED = 2_500;

    private final ServerSocket server;
    private final int target;
    private final SplittableRandom random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong cuts = new AtomicLong();

    /**
     * A way to a server of this machine, on a free port.
     *
     * @param seed decides where connections are cut, in the order in which they come
     */
    CutLinks(int target, long seed) {
        this.target = target;
        this.random = new SplittableRandom(seed);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException("no free port on 127.0.0.1", noPort);
        }
        Thread.ofPlatform().daemon().name("cut-links").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Connections that were cut so far. */
    long cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                let(server.accept());
            } catch (IOException nobodyBehind) {
                // The server is away, which is one of the faults; the caller's connection is closed.
            }
        }
    }

    private void let(Socket client) throws IOException {
        open.add(client);
        boolean inRequests = random.nextBoolean();
        int sent = inRequests ? random.nextInt(1, MOST_SENT) : Integer.MAX_VALUE;
        int answered = inRequests ? Integer.MAX_VALUE : random.nextInt(MOST_ANSWERED);
        Socket behind;
        try {
            behind = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException away) {
            end(client);
            throw away;
        }
        open.add(behind);
        Thread.ofVirtual().start(() -> copy(client, behind, sent));
        Thread.ofVirtual().start(() -> copy(behind, client, answered));
    }

    /** At most so many bytes; then both ends find the connection gone. */
    private void copy(Socket from, Socket to, int limit) {
        byte[] buffer = new byte[4096];
        int left = limit;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, Math.min(read, left));
                if (read >= left) {
                    cuts.incrementAndGet();
                    break;
                }
                left -= read;
            }
        } catch (IOException gone) {
            // By the other direction, or by whoever it leads to.
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            // A reset, as where a cable is pulled: nothing that waits to be sent arrives.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException stillOpen) {
            throw new UncheckedIOException(stillOpen);
        }
        open.forEach(this::end);
    }
}
