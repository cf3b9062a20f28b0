package io.dripline.local.deadletters;

import io.dripline.contracts.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command is asked to do.
 *
 * @param tables whose dead letters
 * @param limit how many are listed at most
 * @param sendBack whether the open ones are sent back
 * @param yes whether that happens without asking
 */
record Wish(List<String> tables, int limit, boolean sendBack, boolean yes) {

    private static final int LISTED = 20;

    /** @throws IllegalArgumentException saying what the command takes */
    static Wish of(List<String> arguments) {
        var wish = new Wish(Topics.TABLES, LISTED, false, false);
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            wish = switch (left.pop()) {
                case "--topic" -> wish.only(table(left.poll()));
                case "--limit" -> wish.listing(number(left.poll()));
                case "--send-back" -> new Wish(wish.tables, wish.limit, true, wish.yes);
                case "--yes" -> new Wish(wish.tables, wish.limit, wish.sendBack, true);
                default ->
                    throw new IllegalArgumentException(
                            "dead-letters takes --topic T, --limit N, --send-back and --yes; got "
                                    + String.join(" ", arguments));
            };
        }
        return wish;
    }

    private Wish only(String table) {
        return new Wish(List.of(table), limit, sendBack, yes);
    }

    private Wish listing(int number) {
        return new Wish(tables, number, sendBack, yes);
    }

    private static String table(@Nullable String topic) {
        return Topics.TABLES.stream()
                .filter(table ->
                        table.equals(topic) || Topics.deadLettersOf(table).equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--topic: expected one of %s, got %s".formatted(String.join(", ", Topics.TABLES), topic)));
    }

    private static int number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("--limit: expected a number, got " + text);
        }
        return Integer.parseInt(text);
    }
}
