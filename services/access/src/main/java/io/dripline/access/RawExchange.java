package io.dripline.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back over a socket for bytes that no client library would send.
 *
 * @param status 0 where nothing came
 * @param headers by lower-case name
 * @param body all that followed
 * @param isUnfinished neither a whole answer nor the end of the connection came within the patience
 */
public record RawExchange(int status, Map<String, String> headers, String body, boolean isUnfinished) {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int ENOUGH = 1 << 16;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    public RawExchange {
        headers = Map.copyOf(headers);
    }

    /** Sends {@code request} byte for byte and reads one answer, to its end or to that of the connection. */
    public static RawExchange of(URI service, byte[] request) throws IOException {
        return of(service, request, PATIENCE_MILLIS);
    }

    static RawExchange of(URI service, byte[] request, int patienceMillis) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(patienceMillis);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException refusedEarly) {
                // What it answered before it closed is still to be read.
            }
            return read(socket);
        }
    }

    /** As {@link #of(URI, byte[])}, for text. */
    public static RawExchange of(URI service, String request) throws IOException {
        return of(service, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static RawExchange read(Socket socket) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        boolean isUnfinished = false;
        try {
            int read;
            while (answer.size() < ENOUGH && (read = socket.getInputStream().read(buffer)) > 0) {
                answer.write(buffer, 0, read);
                if (isComplete(answer.toString(StandardCharsets.ISO_8859_1))) {
                    break;
                }
            }
        } catch (SocketTimeoutException silence) {
            isUnfinished = true;
        } catch (IOException reset) {
            // What came until then is what there is.
        }
        return parse(answer.toString(StandardCharsets.UTF_8), isUnfinished);
    }

    private static boolean isComplete(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(answer);
        return end > 0 && length.find() && answer.length() - end - 4 >= Integer.parseInt(length.group(1));
    }

    private static RawExchange parse(String answer, boolean isUnfinished) {
        int end = answer.indexOf("\r\n\r\n");
        String[] head = (end < 0 ? answer : answer.substring(0, end)).split("\r\n", -1);
        Matcher status = STATUS.matcher(head[0]);
        if (!status.matches()) {
            return new RawExchange(0, Map.of(), answer, isUnfinished);
        }
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        head[i].substring(colon + 1).strip());
            }
        }
        return new RawExchange(
                Integer.parseInt(status.group(1)), headers, end < 0 ? "" : answer.substring(end + 4), isUnfinished);
    }
}
