package io.dripline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Values that are what a description says, ordinary ones and those at the very limit. */
final class MakeValue {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-01-05T00:00:00");
    private static final int DAYS = 300;
    private static final int AT_THE_LIMIT = 8;
    private static final int SOME_ITEMS = 3;

    private static final List<String> WORDS = List.of(
            "dizzy",
            "felt floaty, out of my body",
            "sick x2 after bolus, nil itch",
            "BP 180/110",
            "no nausea",
            "room was spinning",
            "headache ++",
            "Übelkeit",
            "看见光",
            "vomited once; then fine",
            "ALT 3x ULN",
            "cystitis?",
            "P-0042",
            "week 3",
            "a",
            "émue",
            "drowsy\u00a0and \u201cfuzzy\u201d",
            "🙂 happy",
            "not dizzy but sick",
            "itchy arm");

    private final Dice dice;

    MakeValue(Dice dice) {
        this.dice = dice;
    }

    JsonNode of(Shape shape) {
        if (!shape.choices().isEmpty()) {
            return JSON.textNode(dice.of(shape.choices()));
        }
        return switch (shape.type()) {
            case "object" -> object(shape);
            case "array" -> array(shape);
            case "boolean" -> JSON.booleanNode(dice.oneIn(2));
            case "integer" -> JSON.numberNode(whole(shape));
            case "number" -> JSON.numberNode(number(shape));
            default -> JSON.textNode(text(shape));
        };
    }

    /** A text as it stands in an address or a head. */
    String plain(Shape shape) {
        return of(shape).asText();
    }

    private ObjectNode object(Shape shape) {
        ObjectNode object = JSON.objectNode();
        shape.fields().forEach((name, field) -> {
            if (shape.required().contains(name) || dice.oneIn(2)) {
                object.set(name, of(field));
            }
        });
        return object;
    }

    private ArrayNode array(Shape shape) {
        ArrayNode array = JSON.arrayNode();
        int most = Math.min(shape.most(), shape.fewest() + SOME_ITEMS);
        int items = dice.oneIn(AT_THE_LIMIT * AT_THE_LIMIT)
                ? shape.most()
                : shape.fewest() + dice.below(most - shape.fewest() + 1);
        Shape each = Objects.requireNonNullElse(shape.items(), Shape.TEXT);
        for (int i = 0; i < items; i++) {
            array.add(of(each));
        }
        return array;
    }

    private long whole(Shape shape) {
        long low = shape.low() == null ? 0 : shape.low().longValue() + (shape.isAboveLow() ? 1 : 0);
        long high = shape.high() == null ? low + 100 : shape.high().longValue() - (shape.isBelowHigh() ? 1 : 0);
        if (dice.oneIn(AT_THE_LIMIT)) {
            return dice.oneIn(2) ? low : high;
        }
        return low + (long) (dice.fraction() * Math.min(high - low, 1_000));
    }

    private double number(Shape shape) {
        double low = shape.low() == null ? 0 : shape.low().doubleValue();
        double high = shape.high() == null ? low + 100 : shape.high().doubleValue();
        if (dice.oneIn(AT_THE_LIMIT)) {
            double lowest = shape.isAboveLow() ? Math.nextUp(low) : low;
            double highest = shape.isBelowHigh() ? Math.nextDown(high) : high;
            return dice.oneIn(2) ? lowest : highest;
        }
        double value = low + dice.fraction() * (high - low);
        // As a person would type it, where there is such a number within.
        double typed = Math.round(value * 10) / 10.0;
        return typed > low && typed < high ? typed : value;
    }

    private String text(Shape shape) {
        String format = shape.format() == null ? "" : shape.format();
        return switch (format) {
            case "date-time" -> time();
            case "date" -> date();
            case "uuid" -> new UUID(dice.any(), dice.any()).toString();
            default -> words(shape.longest());
        };
    }

    private String words(int longest) {
        if (dice.oneIn(AT_THE_LIMIT * AT_THE_LIMIT)) {
            return "z".repeat(longest);
        }
        String words = dice.of(WORDS);
        return words.length() <= longest ? words : "a";
    }

    String time() {
        LocalDateTime time = FIRST.plusMinutes(dice.below(DAYS * 24 * 60));
        return time + ":00"
                + dice.of(
                        "Z",
                        "+11:00",
                        "-05:00",
                        "+05:45",
                        ZoneOffset.ofHours(14).getId());
    }

    private String date() {
        LocalDate date = FIRST.toLocalDate().plusDays(dice.below(DAYS));
        return date.toString();
    }
}
