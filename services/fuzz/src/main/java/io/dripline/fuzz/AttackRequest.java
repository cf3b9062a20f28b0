package io.dripline.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.fuzz.Operation.Parameter;
import io.dripline.fuzz.Operation.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Turns a request into an attack: by what stands in it, by its size, or by a head that is no HTTP. */
final class AttackRequest {

    private static final int A_MEBIBYTE = 1 << 20;
    /** One in so many of those with a body is longer than a door takes. */
    private static final int RARELY = 60;

    private final Dice dice;

    AttackRequest(Dice dice) {
        this.dice = dice;
    }

    void attack(Draft draft, Operation operation) {
        int how = dice.below(10);
        if (how < 5 && !draft.bodies.isEmpty()) {
            body(draft);
        } else if (how < 8) {
            address(draft, operation);
        } else {
            head(draft, operation);
        }
    }

    private void body(Draft draft) {
        switch (dice.below(dice.oneIn(RARELY) ? 9 : 6)) {
            case 0, 1 -> text(draft);
            case 2, 3 -> value(draft);
            case 4 -> {
                byte[] body = draft.body();
                byte[] bytes = dice.of(HostileWords.NO_UTF8);
                int at = dice.below(body.length + 1);
                draft.rawBody = joined(Arrays.copyOf(body, at), bytes, Arrays.copyOfRange(body, at, body.length));
                draft.what = "bytes that are no UTF-8";
            }
            case 5 -> {
                byte[] body = draft.body().clone();
                for (int i = 1 + dice.below(4); i > 0 && body.length > 0; i--) {
                    body[dice.below(body.length)] = (byte) dice.below(256);
                }
                draft.rawBody = body;
                draft.what = "bytes changed at random";
            }
            case 6 -> {
                draft.rawBody = zipped(new byte[8 * A_MEBIBYTE]);
                draft.header("Content-Encoding", dice.of("gzip", "x-gzip", "deflate", "br"));
                draft.what = "eight MiB of nothing, zipped";
            }
            case 7 -> {
                byte[] much = new byte[A_MEBIBYTE + dice.below(A_MEBIBYTE / 4)];
                Arrays.fill(much, (byte) (char) dice.of('z', ' ', '[', '"', '9'));
                draft.rawBody = much;
                draft.what = "more than a MiB";
            }
            default -> {
                draft.rawBody = "{\"a\":".repeat(dice.of(33, 1_000, 100_000)).getBytes(StandardCharsets.UTF_8);
                draft.what = "objects in objects";
            }
        }
    }

    private void text(Draft draft) {
        if (!(dice.of(draft.bodies) instanceof ObjectNode object) || object.isEmpty()) {
            return;
        }
        String field = dice.of(names(object));
        String words = dice.of(HostileWords.TEXTS);
        if (object.get(field) instanceof ArrayNode array
                && !array.isEmpty()
                && array.get(0) instanceof ObjectNode inside
                && !inside.isEmpty()) {
            inside.put(names(inside).getFirst(), words);
        } else {
            object.put(field, words);
        }
        draft.what = field + " a hostile text";
    }

    private void value(Draft draft) {
        String text = new String(draft.body(), StandardCharsets.UTF_8);
        List<Integer> colons = new ArrayList<>();
        for (int at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 1)) {
            colons.add(at + 2);
        }
        if (colons.isEmpty()) {
            return;
        }
        int from = dice.of(colons);
        int to = from;
        while (to < text.length() && ",}\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        draft.rawBody = (text.substring(0, from) + dice.of(HostileWords.VALUES) + text.substring(to))
                .getBytes(StandardCharsets.UTF_8);
        draft.what = "a hostile value";
    }

    private void address(Draft draft, Operation operation) {
        List<Parameter> parameters = operation.parameters(Place.QUERY);
        switch (dice.below(6)) {
            case 0, 1 -> {
                String name = parameters.isEmpty() ? "q" : dice.of(parameters).name();
                draft.query.removeIf(stated -> stated.startsWith(name + "="));
                draft.query(name, dice.of(HostileWords.TEXTS));
                draft.what = name + " a hostile text";
            }
            case 2 -> {
                draft.path = draft.path.replaceFirst("[^/]+$", Draft.quoted(dice.of(HostileWords.TEXTS)));
                draft.what = "a path with a hostile text";
            }
            case 3 -> cursor(draft);
            case 4 -> {
                draft.query.add("x=" + "a".repeat(dice.of(1_000, 9_000, 30_000)));
                draft.what = "a long query";
            }
            default -> {
                draft.query.add("a=1&".repeat(dice.of(50, 1_200)));
                draft.what = "many parameters";
            }
        }
    }

    /** A cursor of somebody else's making: letters changed, cut, doubled. */
    private void cursor(Draft draft) {
        for (int i = 0; i < draft.query.size(); i++) {
            if (draft.query.get(i).startsWith("after=") && draft.query.get(i).length() > 7) {
                StringBuilder cursor = new StringBuilder(draft.query.get(i));
                int at = 6 + dice.below(cursor.length() - 6);
                switch (dice.below(4)) {
                    case 0 -> cursor.setCharAt(at, dice.of('A', '0', '9', '_', '-', '~', 'f'));
                    case 1 -> cursor.setLength(at);
                    case 2 -> cursor.append(cursor.substring(6));
                    default -> cursor.insert(at, dice.of("%00", "%20", "-", "_", "99999999999"));
                }
                draft.query.set(i, cursor.toString());
                draft.what = "a cursor that was changed";
                return;
            }
        }
        draft.query("after", dice.of(HostileWords.TEXTS));
        draft.what = "a made-up cursor";
    }

    private void head(Draft draft, Operation operation) {
        switch (dice.below(8)) {
            case 0 -> {
                draft.header(
                        dice.of(
                                "X-Forwarded-For",
                                "X-Forwarded-Host",
                                "X-Original-URL",
                                "X-HTTP-Method-Override",
                                "Forwarded",
                                "X-Rewrite-URL",
                                "Cookie",
                                "Origin",
                                "Referer",
                                "Range",
                                "Expect"),
                        oneLine(dice.of(HostileWords.TEXTS)));
                draft.what = "a header with a hostile text";
            }
            case 1 -> {
                List<Parameter> headers = operation.parameters(Place.HEADER);
                String name =
                        headers.isEmpty() ? "Accept-Language" : dice.of(headers).name();
                draft.removeHeader(name);
                draft.header(name, oneLine(dice.of(HostileWords.TEXTS)));
                draft.what = name + " a hostile text";
            }
            case 2 -> {
                draft.headers.add(dice.of(
                        "X-A: 1\r\nX-Injected: 1",
                        "X-A : 1",
                        ": a",
                        "X-Fold: a\r\n\tb",
                        "X-Nul: a\u0000b",
                        "X-Cr: a\rb",
                        "no colon"));
                draft.isBroken = true;
                draft.what = "a header that is none";
            }
            case 3 -> {
                draft.headers.add(dice.of(
                        "Content-Length: -1",
                        "Content-Length: many",
                        "Content-Length: 1\r\nContent-Length: 2",
                        "Transfer-Encoding: chunked, chunked",
                        "Transfer-Encoding: gzip"));
                draft.isBroken = true;
                draft.what = "a length that is none";
            }
            case 4 -> {
                draft.method = dice.of("BREW", "TRACE", "CONNECT", "get", "G\u00cbT", "PRI", "");
                draft.isBroken = true;
                draft.what = "a method that is none";
            }
            case 5 -> {
                draft.path = dice.of(
                        "/%00",
                        "/%zz",
                        "/..%2f..%2fetc%2fpasswd",
                        "/../../etc/passwd",
                        "nowhere",
                        "//",
                        "/\\..\\",
                        "/a b",
                        "*",
                        "http://127.0.0.1:1/",
                        "/%c0%ae%c0%ae/",
                        "/;/sessions",
                        "/%2e%2e/sessions",
                        "/sessions%2f..",
                        "/q/../sessions");
                draft.isBroken = true;
                draft.what = "a path that is none";
            }
            case 6 -> {
                draft.headers.add("X-Long: " + "a".repeat(dice.of(5_000, 20_000, 60_000)));
                draft.isBroken = true;
                draft.what = "a long header";
            }
            default -> {
                for (int i = dice.of(50, 400); i > 0; i--) {
                    draft.headers.add("X-" + i + ": a");
                }
                draft.isBroken = true;
                draft.what = "many headers";
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Where it must not end the line, which another attack does. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "~");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
