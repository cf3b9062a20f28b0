package io.dripline.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests that are broken, far too large or meant to confuse, and what must never come back for one. */
public final class HostileRequests {

    private static final List<String> ALWAYS_SET = List.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy");

    /** What must come back at least. */
    enum Least {
        /** A refusal by a problem document, with all headers. */
        DOCUMENT,
        /** A refusal. */
        STATUS,
        /** The end of the connection. */
        END
    }

    /** What the server itself refuses before anybody of ours is asked. Everything else is answered in full. */
    private static final Map<String, Least> BY_THE_SERVER = Map.ofEntries(
            Map.entry("a percent sign alone", Least.STATUS),
            Map.entry("no slash", Least.STATUS),
            Map.entry("a space in the address", Least.STATUS),
            Map.entry("no HTTP at all", Least.STATUS),
            Map.entry("an endless address", Least.STATUS),
            Map.entry("an endless header", Least.STATUS),
            Map.entry("a negative length", Least.STATUS),
            Map.entry("a length that is no number", Least.STATUS),
            Map.entry("two lengths", Least.STATUS),
            Map.entry("a cookie that is none", Least.STATUS),
            Map.entry("a chunk without a size", Least.END),
            Map.entry("a chunk of a negative size", Least.END));

    private static final String CHUNKED = "Content-Type: application/json\r\nTransfer-Encoding: chunked";

    private final URI service;
    private final @Nullable String token;

    /**
     * @param service its address
     * @param token of somebody whom the door that takes bodies lets in; null where no door does
     */
    public HostileRequests(URI service, @Nullable String token) {
        this.service = service;
        this.token = token;
    }

    /** What went wrong with requests whose head is the attack, as sentences. */
    public List<String> faultsOfHeads() {
        Map<String, String> heads = new LinkedHashMap<>();
        heads.put("an unknown address", get("/nowhere/at/all"));
        heads.put("a percent sign alone", get("/%zz"));
        heads.put("a zero byte", get("/%00"));
        heads.put("a way out of the directory", get("/..%2f..%2f..%2fetc%2fpasswd"));
        heads.put("dots", get("/../../etc/passwd"));
        heads.put("no slash", "GET nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        heads.put("a space in the address", get("/a b"));
        heads.put("an unknown method", "BREW /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        heads.put("the method TRACE", "TRACE /q/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        heads.put("a method that the path does not have", "DELETE /q/openapi/x HTTP/1.1\r\nHost: x\r\n\r\n");
        heads.put("no HTTP at all", "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\r\n\r\n");
        heads.put("a long address", get("/" + "a".repeat(8_000)));
        heads.put("an endless address", get("/" + "a".repeat(200_000)));
        heads.put("many parameters", get("/nowhere?" + "a=1&".repeat(1_500)));
        heads.put("a long header", get("/nowhere", "X-Long: " + "a".repeat(20_000)));
        heads.put("an endless header", get("/nowhere", "X-Long: " + "a".repeat(300_000)));
        heads.put("a thousand headers", get("/nowhere", "X-Many: aaaaaaaaaaaaaa\r\n".repeat(1_000) + "X-Last: a"));
        heads.put("a negative length", post("/nowhere", "Content-Length: -1", ""));
        heads.put("a length that is no number", post("/nowhere", "Content-Length: many", ""));
        heads.put("two lengths", post("/nowhere", "Content-Length: 2\r\nContent-Length: 3", "{}"));
        heads.put(
                "a length and chunks",
                post("/nowhere", "Content-Length: 2\r\nTransfer-Encoding: chunked", "0\r\n\r\n"));
        heads.put("a header that folds its line", get("/nowhere", "X-Fold: a\r\n\tb"));
        heads.put("a header without a name", get("/nowhere", ": a"));
        heads.put("a cookie that is none", get("/nowhere", "Cookie: ;;;=;\u0001"));
        heads.put("a token that is none", get("/nowhere", "Authorization: Bearer \u00ff\u00fe"));
        return faults(heads);
    }

    /** What went wrong with bodies that are the attack, at a door that takes a JSON object. */
    public List<String> faultsOfBodies(String door) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("nothing", json(door, ""));
        bodies.put("no JSON", json(door, "<xml/>"));
        bodies.put("JSON that ends early", json(door, "{\"a\": [1, 2"));
        bodies.put("a number alone", json(door, "1"));
        bodies.put("null", json(door, "null"));
        bodies.put("arrays in arrays", json(door, "[".repeat(100_000)));
        bodies.put("objects in objects", json(door, "{\"a\":".repeat(100_000)));
        bodies.put("deep but whole", json(door, "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"));
        bodies.put("many items", json(door, "{\"a\":[" + "1,".repeat(400_000) + "1]}"));
        bodies.put("many fields", json(door, manyFields(60_000)));
        bodies.put("a long name", json(door, "{\"" + "n".repeat(100_000) + "\": 1}"));
        bodies.put("a long number", json(door, "{\"a\": " + "9".repeat(100_000) + "}"));
        bodies.put("a great exponent", json(door, "{\"a\": 1e999999999}"));
        bodies.put("a field twice", json(door, "{\"a\": 1, \"a\": 2}"));
        bodies.put("no text at all", json(door, "{\"a\": \"\u00ff\u00fe\u0080\"}"));
        bodies.put("half a character", json(door, "{\"\\ud800\": \"\\udc00\\u0000\"}"));
        bodies.put("a type to be made", json(door, "{\"@class\": \"javax.script.ScriptEngineManager\"}"));
        bodies.put("another format", authorized(door, "Content-Type: application/xml\r\nContent-Length: 6", "<a/>  "));
        bodies.put("no format", authorized(door, "Content-Type: ///\r\nContent-Length: 2", "{}"));
        bodies.put("a chunk without a size", authorized(door, CHUNKED, "zz\r\n{}\r\n0\r\n\r\n"));
        bodies.put("a chunk of a negative size", authorized(door, CHUNKED, "-2\r\n{}\r\n0\r\n\r\n"));
        return faults(bodies);
    }

    private List<String> faults(Map<String, String> requests) {
        List<String> found = new ArrayList<>();
        requests.forEach((name, request) -> {
            try {
                RawExchange answer = RawExchange.of(service, request);
                fault(answer, BY_THE_SERVER.getOrDefault(name, Least.DOCUMENT))
                        .ifPresent(fault -> found.add(name + ": " + fault));
                RawExchange alive = RawExchange.of(service, get("/q/health/live"));
                if (alive.status() != 200) {
                    found.add(name + ": afterwards the service answers " + alive.status());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        });
        return found;
    }

    /** What is wrong with an answer to an attack. */
    static Optional<String> fault(RawExchange answer, Least least) {
        if (answer.isUnfinished()) {
            return Optional.of("expected an answer or the end of the connection, found neither in time: " + answer);
        }
        boolean isBareRefusal = answer.body().isEmpty() && answer.status() / 100 == 4;
        boolean isSilent = answer.body().isEmpty() && answer.status() == 0;
        if ((isBareRefusal && least != Least.DOCUMENT) || (isSilent && least == Least.END)) {
            return Optional.empty();
        }
        if (answer.status() < 400 || answer.status() > 499) {
            return Optional.of("expected a refusal, found " + answer);
        }
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return Optional.of("expected a problem document, found " + answer);
        }
        String all = answer.headers() + answer.body();
        if (!Telltales.in(all).isEmpty() || answer.headers().containsKey("server")) {
            return Optional.of("tells how the service is made: " + answer);
        }
        if (answer.body().length() > 20_000) {
            return Optional.of("answers much to little: " + answer.body().length());
        }
        List<String> missing = ALWAYS_SET.stream()
                .filter(name -> !answer.headers().containsKey(name))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("lacks the headers " + missing);
    }

    private String json(String door, String body) {
        return authorized(
                door,
                "Content-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.ISO_8859_1).length,
                body);
    }

    private String authorized(String door, String headers, String body) {
        return post(door, "Authorization: Bearer " + token + "\r\nIf-Match: \"1\"\r\nReason: r\r\n" + headers, body);
    }

    private static String get(String path, String... headers) {
        String all = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + all + "Connection: close\r\n\r\n";
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n\r\n" + body;
    }

    private static String manyFields(int fields) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < fields; i++) {
            json.append("\"f").append(i).append("\":1,");
        }
        return json.append("\"z\":1}").toString();
    }
}
