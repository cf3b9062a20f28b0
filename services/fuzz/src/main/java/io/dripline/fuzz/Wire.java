package io.dripline.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection that sends what it is given byte for byte and stays open for the next request. Client libraries refuse to send most of
 * what has to be tried.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_LINE = 1 << 17;
    private static final int KEPT = 1 << 20;

    private final URI service;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public Wire(URI service) {
        this.service = service;
    }

    /**
     * Sends a request and reads its answer. One that was sent into a connection which the server had closed is sent again.
     *
     * @throws IOException where no connection can be made
     * @throws SocketTimeoutException where nothing came for half a minute
     */
    public Answer exchange(Request request, @Nullable String token) throws IOException {
        byte[] bytes = request.bytes(token);
        boolean isFresh = socket == null;
        Answer answer = exchange(bytes, request.method().equals("HEAD"));
        if (answer.status() == 0 && !isFresh) {
            answer = exchange(bytes, request.method().equals("HEAD"));
        }
        if (request.isBroken()) {
            close();
        }
        return answer;
    }

    private Answer exchange(byte[] request, boolean isHead) throws IOException {
        Socket connected = connected();
        try {
            connected.getOutputStream().write(request);
            connected.getOutputStream().flush();
        } catch (IOException refusedEarly) {
            // What was answered before the server closed is still to be read.
        }
        try {
            return read(isHead);
        } catch (SocketTimeoutException silence) {
            close();
            throw silence;
        } catch (IOException reset) {
            close();
            return Answer.NONE;
        }
    }

    private Answer read(boolean isHead) throws IOException {
        String first = line();
        if (first == null || !first.matches("HTTP/1\\.[01] \\d{3}.*")) {
            close();
            return Answer.NONE;
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> headers = headers();
        if (status < 200) {
            return read(isHead);
        }
        boolean hasNone = isHead || status == 204 || status == 304;
        boolean isEndless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        String body = hasNone || isEndless ? "" : body(headers);
        if (isEndless || headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.merge(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        String length = headers.get("content-length");
        if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            for (long size = chunk(); size > 0; size = chunk()) {
                take(size, kept);
                line();
            }
            line();
        } else if (length != null) {
            take(number(length, 10), kept);
        } else {
            take(Long.MAX_VALUE, kept);
            close();
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private long chunk() throws IOException {
        String size = line();
        return size == null ? 0 : number(size.split(";", 2)[0].strip(), 16);
    }

    /** A length that is none ends this answer, which then counts as none, and not the run. */
    private static long number(String text, int radix) throws IOException {
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("expected a length, found " + text, e);
        }
    }

    private void take(long length, ByteArrayOutputStream kept) throws IOException {
        byte[] buffer = new byte[8192];
        long left = length;
        while (left > 0) {
            int read = opened().read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                close();
                return;
            }
            if (kept.size() < KEPT) {
                kept.write(buffer, 0, read);
            }
            left -= read;
        }
    }

    /** Without its end; null at the end of what comes. */
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = opened().read();
        while (read >= 0 && read != '\n' && line.size() < LONGEST_LINE) {
            line.write(read);
            read = opened().read();
        }
        if (read < 0 && line.size() == 0) {
            return null;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.connect(new InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private InputStream opened() throws IOException {
        InputStream open = in;
        if (open == null) {
            throw new IOException("closed");
        }
        return open;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                // It is closed all the same.
            }
        }
    }
}
