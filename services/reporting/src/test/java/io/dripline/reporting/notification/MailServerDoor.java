package io.dripline.reporting.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The way to a mail server. While it is shut it says one thing, or nothing, to who comes, and those stay so for ever. */
final class MailServerDoor implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final List<Socket> passed = new CopyOnWriteArrayList<>();
    private volatile @Nullable String said;

    private MailServerDoor(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static MailServerDoor at(int port, int target) throws IOException {
        MailServerDoor door = new MailServerDoor(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(door::accept);
        return door;
    }

    /** Lets nobody pass any more, and says this instead. */
    void shutSaying(String words) {
        said = words;
    }

    void open() {
        said = null;
    }

    /** Connections that did not pass. */
    int held() {
        return held.size();
    }

    /** Ends every connection, those that passed too: a mailer keeps them, and would go on with a server that is gone. */
    @Override
    public void close() throws IOException {
        server.close();
        for (List<Socket> sockets : List.of(held, passed)) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                let(server.accept());
            } catch (IOException e) {
                // Gone already, or no server behind: the next may fare better.
            }
        }
    }

    private void let(Socket client) throws IOException {
        String words = said;
        (words == null ? passed : held).add(client);
        if (server.isClosed()) {
            client.close();
            return;
        }
        if (words != null) {
            client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        try {
            Socket mail = new Socket(InetAddress.getLoopbackAddress(), target);
            Thread.ofVirtual().start(() -> copy(client, mail));
            Thread.ofVirtual().start(() -> copy(mail, client));
        } catch (IOException e) {
            client.close();
            throw e;
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
}
