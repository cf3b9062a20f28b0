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

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : held) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                String words = said;
                if (words != null) {
                    held.add(client);
                    client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                Socket mail = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> copy(client, mail));
                Thread.ofVirtual().start(() -> copy(mail, client));
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
}
