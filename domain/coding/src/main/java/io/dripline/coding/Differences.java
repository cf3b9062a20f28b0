package io.dripline.coding;

import java.util.regex.Pattern;

/** Tells a difference from a value: "HR increased by 30", "HR up 30", "BP dropped 40". */
final class Differences {

    /** What says so is no further before the number. */
    private static final int NEAR = 20;

    private static final Pattern BY =
            Pattern.compile("\\bby\\s(?:(?:about|around|approx\\w*|a)\\s|~)?\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLUS = Pattern.compile("(?<!\\+)\\+$");

    /** "30 to 130", "60, now 110", "20 and settled at 72": from the difference to the value. */
    static final Pattern TO_VALUE = Pattern.compile(
            "\\d{1,3}(?:[.,]\\d)?\\s?(?:bpm|%|mmhg|points|beats|degrees?)?\\s*(?:[,;(]\\s*)?(?:(?:and|but)\\s)?(?:(?:to|->|\u2192|=)\\s*"
                    + "|(?:(?:now|then|currently|back|settled|recovered|returned|up|down)\\s+){1,3}(?:(?:to|at)\\s+)?)(?=\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UP = Pattern.compile(
            "(?:\\b(?:up|increased|rose|risen|raised|higher|climbed|jumped)|\u2191)\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOWN = Pattern.compile(
            "\\b(?:down|decreased|reduced|lower|drop|drops|dropped|dropping|fall|falls|fell|falling|fallen|dip|dips|dipped)\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ARROW_DOWN = Pattern.compile("\u2193\\s*$");

    private static final Pattern TO_OR_FROM = Pattern.compile("\\b(?:to|from)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOW =
            Pattern.compile("\\b(?:now|currently|back|settled|recovered|then)\\b", Pattern.CASE_INSENSITIVE);

    private Differences() {}

    /** An arrow down: what it shows is the value, unless "to" or "from" follows. */
    static boolean isArrowDown(String before) {
        return ARROW_DOWN.matcher(before).find();
    }

    /** "30 to 90" behind an arrow down: by 30. */
    static boolean leadsToOrFrom(String between) {
        return TO_OR_FROM.matcher(between).find();
    }

    /** "20, now 72" behind an arrow down: by 20, unless it may be a value that fell and came back. */
    static boolean leadsToNow(String between) {
        return NOW.matcher(between).find();
    }

    /** "By about". */
    static boolean isBy(String before) {
        return BY.matcher(before).find();
    }

    /** "+30". */
    static boolean isPlus(String before) {
        return PLUS.matcher(before).find();
    }

    static boolean isUp(String before) {
        return UP.matcher(before).find();
    }

    static boolean isDown(String before) {
        return DOWN.matcher(before).find();
    }

    /** What stands before a number. */
    static String before(String text, int number) {
        return text.substring(Math.max(0, number - NEAR), number);
    }
}
