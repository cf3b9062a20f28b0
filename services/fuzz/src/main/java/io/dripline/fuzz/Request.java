package io.dripline.fuzz;

import io.dripline.access.Caller;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, byte for byte.
 *
 * @param number which it is of its seed
 * @param operation whose door it goes to
 * @param what was done to it, in a few words
 * @param caller as whom it is sent
 * @param method of HTTP, in the request's first line
 * @param target in the request's first line, percent-encoded or not
 * @param headers as lines, without their ends
 * @param body its bytes; null: none, and no length is said
 * @param isBroken whether what is sent is no HTTP, so that the server may close without a word
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
        long number,
        Operation operation,
        Kind kind,
        String what,
        Caller caller,
        String method,
        String target,
        List<String> headers,
        byte @Nullable [] body,
        boolean isBroken) {

    public Request {
        headers = List.copyOf(headers);
    }

    /** What goes over the wire; text outside the body as one byte a character where it fits, else in UTF-8. */
    public byte[] bytes(@Nullable String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line(bytes, method + " " + target + " HTTP/1.1");
        line(bytes, "Host: localhost");
        if (token != null) {
            line(bytes, "Authorization: Bearer " + token);
        }
        headers.forEach(header -> line(bytes, header));
        if (body != null && headers.stream().noneMatch(header -> header.startsWith("Transfer-Encoding"))) {
            line(bytes, "Content-Length: " + body.length);
        }
        if (isBroken) {
            line(bytes, "Connection: close");
        }
        line(bytes, "");
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    /** Everything that the caller chose, as text: what an answer may repeat. */
    String said() {
        return target + "\n" + String.join("\n", headers) + "\n"
                + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    private static void line(ByteArrayOutputStream bytes, String text) {
        boolean isLatin1 = text.chars().allMatch(character -> character < 256);
        bytes.writeBytes(text.getBytes(isLatin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'\r', '\n'});
    }
}
