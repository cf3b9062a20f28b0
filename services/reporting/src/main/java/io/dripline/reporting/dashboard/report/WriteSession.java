package io.dripline.reporting.dashboard.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.reporting.caller.Violations.Violation;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From texts by field to a report as intake takes it. What cannot be read as a number or as one of some values is left as the
 * text that it is, so that intake refuses it with all else that is wrong; only times are completed here.
 */
final class WriteSession {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}([.]\\d{1,20})?");
    private static final Pattern OF_EVENT = Pattern.compile("adverseEvents\\[(\\d+)]\\.(.+)");

    private final Map<String, String> typed;
    private final @Nullable ZoneId zone;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Integer> events = new ArrayList<>();
    private final ObjectNode report = JsonNodeFactory.instance.objectNode();

    private WriteSession(Map<String, String> typed, @Nullable ZoneId zone) {
        this.typed = typed;
        this.zone = zone;
    }

    /**
     * A report.
     *
     * @param json as intake takes it
     * @param violations what is wrong with it already, by the fields' names
     * @param events the numbers of those that were filled in
     */
    record Written(ObjectNode json, List<Violation> violations, List<Integer> events) {

        Written {
            violations = List.copyOf(violations);
            events = List.copyOf(events);
        }

        /** The name of the field that intake names by its path; empty where the form and the file have none. */
        Optional<String> nameOf(String path) {
            Matcher ofEvent = OF_EVENT.matcher(path);
            if (!ofEvent.matches()) {
                return named(SessionFields.OF_SESSION, path).map(SessionField::name);
            }
            int index = Integer.parseInt(ofEvent.group(1));
            return index >= events.size()
                    ? Optional.empty()
                    : named(SessionFields.OF_EVENT, ofEvent.group(2))
                            .map(field -> SessionFields.ofEvent(events.get(index), field));
        }

        private static Optional<SessionField> named(List<SessionField> fields, String path) {
            String whole = path.replaceFirst("\\[\\d+]$", "");
            return fields.stream().filter(field -> field.path().equals(whole)).findFirst();
        }
    }

    /**
     * Writes a report down.
     *
     * @param typed by the fields' names; what is not stated is empty or absent
     * @param mostEvents the highest number that an event can have
     * @param zone of times without an offset; null where none was stated
     */
    static Written of(Map<String, String> typed, int mostEvents, @Nullable ZoneId zone) {
        return new WriteSession(typed, zone).write(mostEvents);
    }

    private Written write(int mostEvents) {
        for (SessionField field : SessionFields.OF_SESSION) {
            put(field, field.name(), report);
        }
        ArrayNode adverseEvents = report.putArray("adverseEvents");
        for (int number = 1; number <= mostEvents; number++) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            boolean isFilledIn = false;
            for (SessionField field : SessionFields.OF_EVENT) {
                String name = SessionFields.ofEvent(number, field);
                isFilledIn |= !text(name).isBlank();
                put(field, name, event);
            }
            if (isFilledIn) {
                adverseEvents.add(event);
                events.add(number);
            }
        }
        return new Written(report, violations, events);
    }

    private String text(String name) {
        return typed.getOrDefault(name, "");
    }

    private void put(SessionField field, String name, ObjectNode into) {
        String text = text(name);
        if (text.isBlank()) {
            return;
        }
        String[] path = field.path().split("[.]");
        ObjectNode parent = path.length == 1 ? into : into.withObjectProperty(path[0]);
        String leaf = path[path.length - 1];
        switch (field.kind()) {
            case TEXT, WORDS, CHOICE -> parent.put(leaf, text.strip());
            case TIME -> putTime(name, text.strip(), parent, leaf);
            case NUMBER -> putNumber(text.strip(), parent, leaf);
            case YES_NO -> putTruth(text.strip(), parent, leaf);
            case CHOICES -> {
                ArrayNode values = parent.putArray(leaf);
                Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .forEach(values::add);
            }
        }
    }

    private void putTime(String name, String text, ObjectNode parent, String leaf) {
        try {
            parent.put(leaf, ClinicTime.withOffset(text, zone));
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(name, String.valueOf(e.getMessage())));
        }
    }

    private static void putNumber(String text, ObjectNode parent, String leaf) {
        if (NUMBER.matcher(text).matches()) {
            parent.put(leaf, new BigDecimal(text));
        } else {
            parent.put(leaf, text);
        }
    }

    /** Spreadsheets write it in their own ways. */
    private static void putTruth(String text, ObjectNode parent, String leaf) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (Stream.of("true", "yes").anyMatch(lower::equals)) {
            parent.put(leaf, true);
        } else if (Stream.of("false", "no").anyMatch(lower::equals)) {
            parent.put(leaf, false);
        } else {
            parent.put(leaf, text);
        }
    }
}
