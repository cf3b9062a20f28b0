package io.dripline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.access.Caller;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request while it is made; everything of it can still be spoilt. */
final class Draft {

    private static final Pattern HALF_ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    String method;
    String path;
    /** Names and values, encoded. */
    final List<String> query = new ArrayList<>();

    final List<String> headers = new ArrayList<>();
    /** One, or a line each. */
    final List<JsonNode> bodies = new ArrayList<>();
    /** In place of {@link #bodies}. */
    byte @Nullable [] rawBody;

    String what = "as described";
    boolean isBroken;

    Draft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    void query(String name, String value) {
        query.add(encoded(name) + "=" + encoded(value));
    }

    void header(String name, String value) {
        headers.add(name + ": " + value);
    }

    void removeHeader(String name) {
        headers.removeIf(header -> header.startsWith(name + ":"));
    }

    boolean hasBody() {
        return rawBody != null || !bodies.isEmpty();
    }

    /** The body as it would be sent. */
    byte[] body() {
        if (rawBody != null) {
            return rawBody;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < bodies.size(); i++) {
            if (i > 0) {
                lines.write('\n');
            }
            lines.writeBytes(bodies.get(i).toString().getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }

    Request request(long number, Operation operation, Kind kind, Caller caller) {
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        // A percent sign without its two digits is no address: the server may refuse it before any of our code is
        // asked.
        boolean isNoAddress = HALF_ENCODED.matcher(target).find();
        return new Request(
                number,
                operation,
                kind,
                what,
                caller,
                method,
                target,
                headers,
                hasBody() ? body() : null,
                isBroken || isNoAddress);
    }

    /** As it stands in an address; a half character becomes a question mark. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same, to be put in by a regular expression. */
    static String quoted(String text) {
        return Matcher.quoteReplacement(encoded(text));
    }
}
