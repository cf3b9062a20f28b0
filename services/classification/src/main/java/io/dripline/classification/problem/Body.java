package io.dripline.classification.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.door.JsonLimits;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request, read without guessing: no unknown or repeated field, no number for a text. Everything that
 * is wrong is collected and told at once; what was sent is never repeated.
 */
public final class Body {

    /** The longest body, in bytes: 1 MiB. */
    public static final int LIMIT = 1 << 20;

    /** The one door that takes many lines, each of which may have {@link #LIMIT}. */
    public static final String IMPORT = "/rulings/import";

    /** The longest import, in bytes: 64 MiB. */
    public static final long IMPORT_LIMIT = 64L << 20;

    private static final int MOST_NOTED = 100;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonLimits.factory())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;
    private final List<Violation> malformed = new ArrayList<>();
    private final List<Violation> broken = new ArrayList<>();

    private Body(ObjectNode object, Set<String> known) {
        this.object = object;
        String expected = String.join(", ", new TreeSet<>(known));
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                malformed(shown(name), "unknown field; expected " + expected);
            }
        });
    }

    /**
     * Reads the object.
     *
     * @param known the fields that it may have
     * @throws HttpProblem 400 if it is no JSON object, 413 beyond {@link #LIMIT}, 422 if there is nothing at all
     */
    public static Body read(InputStream body, Set<String> known) {
        try {
            byte[] json = body.readNBytes(LIMIT + 1);
            if (json.length > LIMIT) {
                throw Refusal.tooLong(LIMIT);
            }
            return read(json, known);
        } catch (IOException e) {
            throw Refusal.malformed("body", "expected a JSON object, found an end too early");
        }
    }

    /** As {@link #read(InputStream, Set)}, for what was read already. */
    public static Body read(byte[] json, Set<String> known) {
        if (json.length == 0) {
            throw Refusal.rulesBroken(List.of(
                    new Violation("body", "expected a JSON object with " + String.join(", ", new TreeSet<>(known)))));
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new Body(object, known);
            }
            throw Refusal.malformed("body", "expected a JSON object");
        } catch (StreamConstraintsException e) {
            throw Refusal.malformed("body", "expected fewer and shorter parts, nested less deeply");
        } catch (JsonProcessingException e) {
            throw Refusal.malformed("body", "expected a JSON object, found what is no JSON" + where(e));
        } catch (IOException e) {
            throw Refusal.malformed("body", "expected a JSON object, found no text");
        }
    }

    /** A text without control characters, stripped; null if it is absent or blank, or wrong, which is then noted. */
    public @Nullable String text(String field, int longest) {
        String text = anyText(field, longest);
        if (text != null && !PlainText.isPlain(text)) {
            broken(field, "expected a text without control characters and halves of characters");
            return null;
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * A text over any number of lines, each ended by a line feed whatever its sender ends lines with, and without control characters
     * otherwise, stripped; null if it is absent or blank, or wrong, which is then noted.
     */
    public @Nullable String lines(String field, int longest) {
        String text = anyText(field, longest);
        String lines =
                text == null ? "" : LINE_END.matcher(text).replaceAll("\n").strip();
        if (!PlainText.isPlain(lines.replace('\n', ' '))) {
            broken(field, "expected a text without control characters other than line ends, and halves of characters");
            return null;
        }
        return lines.isEmpty() ? null : lines;
    }

    /** A text as it is; null if it is absent or of another type, which is then noted. */
    public @Nullable String anyText(String field, int longest) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            malformed(field, "expected a text");
            return null;
        }
        if (node.textValue().length() > longest) {
            broken(field, "expected at most %d characters".formatted(longest));
            return null;
        }
        return node.textValue();
    }

    /** Texts without control characters; null if they are absent, or of another type, which is then noted. */
    public @Nullable List<String> texts(String field, int most, int longest) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isArray()) {
            malformed(field, "expected an array of texts");
            return null;
        }
        if (node.size() > most) {
            broken(field, "expected at most %d".formatted(most));
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode element = node.get(i);
            if (!element.isTextual()) {
                malformed("%s[%d]".formatted(field, i), "expected a text");
            } else if (element.textValue().length() > longest || !PlainText.isPlain(element.textValue())) {
                broken(
                        "%s[%d]".formatted(field, i),
                        "expected at most %d characters, none of them a control character".formatted(longest));
            }
            texts.add(element.asText());
        }
        return texts;
    }

    /** True or false; false if it is absent. */
    public boolean flag(String field) {
        JsonNode node = object.get(field);
        if (node != null && !node.isNull() && node.getNodeType() != JsonNodeType.BOOLEAN) {
            malformed(field, "expected true or false");
        }
        return node != null && node.asBoolean();
    }

    /** A time; null if it is absent or not readable, which is then noted. */
    public @Nullable Instant time(String field) {
        String text = anyText(field, 50);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            malformed(field, "expected a time with its offset, as 2026-11-22T09:00:00Z");
            return null;
        }
    }

    /** Notes a value of the wrong form, which makes the answer a 400. */
    public void malformed(String field, String message) {
        // A body of nothing else would be answered at great length.
        if (malformed.size() < MOST_NOTED) {
            malformed.add(new Violation(field, message));
        }
    }

    /** Notes a value that breaks a rule, which makes the answer a 422 unless something is malformed too. */
    public void broken(String field, String message) {
        broken.add(new Violation(field, message));
    }

    /**
     * Notes where a text that stays tells who somebody is; what it was is not said again.
     *
     * @param found the kinds of identifiers in it; empty where there are none
     */
    public void refuseIdentifiers(String field, String found) {
        if (!found.isEmpty()) {
            broken(field, "expected a text that names nobody, for it stays; found what looks like " + found);
        }
    }

    /** Whether a field was noted. */
    public boolean isWrong(String field) {
        return Stream.concat(malformed.stream(), broken.stream())
                .anyMatch(violation ->
                        violation.field().equals(field) || violation.field().startsWith(field + "["));
    }

    /**
     * Ends the request if anything was noted.
     *
     * @throws HttpProblem 400 or 422, naming every violated field
     */
    public void refuseIfWrong() {
        if (!malformed.isEmpty()) {
            List<Violation> all = new ArrayList<>(malformed);
            all.addAll(broken);
            throw Refusal.malformed(all);
        }
        if (!broken.isEmpty()) {
            throw Refusal.rulesBroken(broken);
        }
    }

    private static String shown(String name) {
        String shown = name.length() > 100 ? name.substring(0, 100) + "..." : name;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
