package io.dripline.reporting.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts every connection, says the same to each, and then says and closes nothing. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] said;
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket server, String said) {
        this.server = server;
        this.said = said.getBytes(StandardCharsets.US_ASCII);
    }

    static RawServer saying(String said) throws IOException {
        return saying(said, 0);
    }

    static RawServer saying(String said, int port) throws IOException {
        RawServer raw = new RawServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), said);
        Thread.ofVirtual().start(raw::accept);
        return raw;
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
    }

    /** Connections that were made. */
    int connections() {
        return held.size();
    }

    /** Connections of which the other side has not hung up. */
    long open() {
        return held.stream().filter(RawServer::isOpen).count();
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
                Socket socket = server.accept();
                held.add(socket);
                socket.getOutputStream().write(said);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (true) {
                if (socket.getInputStream().read() < 0) {
                    return false;
                }
            }
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
