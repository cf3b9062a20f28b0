package io.dripline.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a form or a list of signs answers: "[x] palpitations [ ] nausea", "dizzy ☑ vomiting ☐", "N+ V- dizzy-", "+nausea
 * -vomiting", "rash ☐ yes ☑ no". Boxes stand before their items, or behind them where the first has words before it and the
 * last has none behind it; where both have words, nobody can tell, and nothing is read. Linear in the text's length.
 */
final class ReadTicks {

    /**
     * An answer and the item it speaks of.
     *
     * @param from first character of what is read no further: the box, and an unticked "none" beside it
     * @param to after its last character
     * @param isTicked whether the item was so
     * @param isBefore whether the item follows, else it stands before
     * @param isNone whether it says nothing, as an unticked "none"
     */
    record Tick(int from, int to, boolean isTicked, boolean isBefore, boolean isNone) {}

    private static final String BRACKETED =
            "\\[\\s{0,3}(?:[xXyYnN\\u2713\\u2714\\u2717\\u2718\\u00d7_*+\\u2013-]|yes|no)?\\s{0,3}\\]"
                    + "|(?<=[\\s,;:]|^)\\((?:\\s{0,3}|[xXyYnN\\u2713\\u2714_]|yes|no)\\)";

    private static final String GLYPH =
            "[\\u2610\\u2611\\u2612\\u25a0\\u25a1\\u25a2\\u25a3\\u25fb\\u25fc\\u274f\\u2751\\u2b1c\\u2b1b]";

    private static final String BOX = "(?:" + BRACKETED + "|" + GLYPH + ")";

    private static final Pattern FORM = Pattern.compile(
            "(?<yesAfter>" + BOX + ")\\s?(?<afterFirst>yes|no|y|n)\\b[\\s/|,]{0,4}(?<noAfter>" + BOX
                    + ")\\s?(?:yes|no|y|n)\\b"
                    + "|\\b(?<beforeFirst>yes|no|y|n)\\s?(?<yesBefore>" + BOX
                    + ")[\\s/|,]{0,4}(?:yes|no|y|n)\\s?(?<noBefore>"
                    + BOX + ")"
                    + "|(?<box>" + BOX + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TICKED = Pattern.compile(
            "[\\[(]\\s*(?:[x\\u2713\\u2714\\u2717\\u2718\\u00d7*+y]|yes)\\s*[\\])]|[\\u2611\\u2612\\u25a0\\u25a3\\u25fc\\u2b1b]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FULL_GLYPH = Pattern.compile("[\\u25a0\\u25a3\\u25fc\\u2b1b]");
    private static final Pattern CROSS = Pattern.compile("[\\u2612\\u2717\\u2718]");
    private static final Pattern EMPTY_SQUARE = Pattern.compile("[\\u25a1\\u25a2\\u25fb]");
    private static final Pattern CHECK = Pattern.compile("[\\u2713\\u2714\\u2611]");

    /** What a list of boxes is headed by, and no item. */
    private static final Pattern HEADING = Pattern.compile(
            ".*\\b(?:side\\s?effects?|effects|symptoms?|sx|s/?es?|aes?|adverse|events?|checklist|check\\s?list|ros|review|screen(?:ing)?|any"
                    + "|reported|reports|tick(?:ed)?|problems|complaints|issues|form|questionnaire)\\b\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern END =
            Pattern.compile("\\s*(?:$|[.,;)\\n]|(?:bp|hr|obs|sats|spo2|temp|rr)\\b)", Pattern.CASE_INSENSITIVE);

    private static final String NONE_WORDS =
            "(?:nil|none|n/?a|no(?:ne)?\\s(?:side\\s?effects?|symptoms|aes?|adverse\\s\\w{1,12}|complaints|issues|problems|concerns)"
                    + "|no|nothing)(?:\\s(?:of\\s(?:the\\s)?(?:above|these)|to\\sreport))?";
    private static final Pattern NONE_NEXT =
            Pattern.compile("\\s{0,3}" + NONE_WORDS + "(?=\\s*(?:$|[.,;)\\n]|" + BOX + "))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE_LAST =
            Pattern.compile("[\\s,;:.]{0,3}" + NONE_WORDS + "\\s?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<word>\\p{L}{1,20}(?:/\\p{L}{1,8})?)(?<sign>[+-]{1,3})(?=\\s*(?:$|[,;.)\\n]|(?:\\p{L}{1,20}(?:/\\p{L}{1,8})?\\s)?\\p{L}{1,20}(?:/\\p{L}{1,8})?[+-]{1,3}(?:[\\s,;.)]|$)))");

    private static final Pattern SIGN_FIRST =
            Pattern.compile("(?<![^\\s,;(])(?<sign>[+-])(?!ve\\b)(?=\\p{L}{1,24}(?:[\\s,;.)/]|$))");

    private ReadTicks() {}

    /** In their order; they do not overlap. */
    static List<Tick> in(String text) {
        List<Tick> ticks = new ArrayList<>();
        eachLine(text, (from, to) -> addBoxes(text, from, to, ticks));
        if (ticks.isEmpty()) {
            addSigns(text, ticks);
        }
        ticks.sort(Comparator.comparingInt(Tick::from));
        return ticks;
    }

    private interface Line {

        void read(int from, int to);
    }

    private static void eachLine(String text, Line line) {
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            line.read(from, to);
            from = to + 1;
        }
    }

    private record Box(int from, int to, boolean isTicked) {}

    private static void addBoxes(String text, int from, int to, List<Tick> ticks) {
        List<Box> boxes = boxes(text, from, to);
        if (boxes.isEmpty() || isBullet(text, from, boxes)) {
            return;
        }
        boolean isAnyBefore = isAnyBefore(text, from, boxes.getFirst().from());
        boolean areBehind = isAnyBefore
                && END.matcher(text).region(boxes.getLast().to(), to).lookingAt();
        if (isAnyBefore && !areBehind) {
            return;
        }
        int last = from;
        for (Box box : boxes) {
            if (box.isTicked()) {
                ticks.add(new Tick(box.from(), box.to(), true, !areBehind, false));
            } else if (areBehind) {
                boolean isNone =
                        NONE_LAST.matcher(text).region(last, box.from()).matches();
                ticks.add(new Tick(isNone ? last : box.from(), box.to(), false, false, isNone));
            } else {
                Matcher none = NONE_NEXT.matcher(text).region(box.to(), to);
                boolean isNone = none.lookingAt();
                ticks.add(new Tick(box.from(), isNone ? none.end() : box.to(), false, true, isNone));
            }
            last = box.to();
        }
    }

    private static List<Box> boxes(String text, int from, int to) {
        List<Box> boxes = new ArrayList<>();
        Matcher matcher = FORM.matcher(text).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            if (matcher.group("box") != null) {
                boxes.add(new Box(matcher.start(), matcher.end(), isTicked(matcher.group("box"), text)));
            } else {
                boolean isAfter = matcher.group("afterFirst") != null;
                String first = matcher.group(isAfter ? "afterFirst" : "beforeFirst");
                boolean isFirst = isTicked(matcher.group(isAfter ? "yesAfter" : "yesBefore"), text);
                boolean isSecond = isTicked(matcher.group(isAfter ? "noAfter" : "noBefore"), text);
                boolean isYesFirst = Character.toLowerCase(first.charAt(0)) == 'y';
                boxes.add(new Box(
                        matcher.start(), matcher.end(), isYesFirst ? isFirst && !isSecond : isSecond && !isFirst));
            }
        }
        boolean areBullets = boxes.stream()
                .allMatch(box -> box.to() == box.from() + 1
                        && FULL_GLYPH.matcher(text).region(box.from(), box.to()).matches());
        return areBullets ? List.of() : boxes;
    }

    /** A cross in a box ticks it, unless others are ticked otherwise. */
    private static boolean isTicked(String box, String text) {
        return TICKED.matcher(box).matches()
                && !(CROSS.matcher(box).find() && CHECK.matcher(text).find());
    }

    /** An empty square that begins a line, where none is ticked, is a bullet. */
    private static boolean isBullet(String text, int from, List<Box> boxes) {
        Box first = boxes.getFirst();
        return boxes.size() == 1
                && text.substring(from, first.from()).isBlank()
                && EMPTY_SQUARE.matcher(text).region(first.from(), first.to()).matches()
                && !TICKED.matcher(text).find();
    }

    /** Whether an item may stand before the first box. */
    private static boolean isAnyBefore(String text, int from, int first) {
        int start = first;
        while (start > from && " :?=-".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        while (start > from && ".;:!?".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String before = text.substring(start, first);
        return LETTER.matcher(before).find() && !HEADING.matcher(before).matches();
    }

    /** Of signs alone nothing is read: a hyphen may be a dash, a plus much. */
    private static void addSigns(String text, List<Tick> ticks) {
        List<Tick> behind = new ArrayList<>();
        boolean isPlus = false;
        boolean isLetter = false;
        Matcher signed = SIGNED.matcher(text);
        while (signed.find()) {
            String word = signed.group("word");
            boolean isTicked = signed.group("sign").startsWith("+");
            isPlus |= isTicked;
            if (word.length() == 1) {
                isLetter |= "nNvV".contains(word);
            } else {
                behind.add(new Tick(signed.start("sign"), signed.end("sign"), isTicked, false, false));
            }
        }
        if ((isPlus || isLetter) && behind.stream().anyMatch(tick -> !tick.isTicked())) {
            ticks.addAll(behind);
            return;
        }
        eachLine(text, (from, to) -> addSignsFirst(text, from, to, ticks));
    }

    /** Of one line. A hyphen that begins it is a bullet, unless another denies. */
    private static void addSignsFirst(String text, int from, int to, List<Tick> ticks) {
        List<Tick> before = new ArrayList<>();
        Matcher first = SIGN_FIRST.matcher(text).region(from, to).useTransparentBounds(true);
        while (first.find()) {
            before.add(new Tick(first.start(), first.end(), first.group("sign").equals("+"), true, false));
        }
        long denials = before.stream().filter(tick -> !tick.isTicked()).count();
        boolean isBullet = denials == 1
                && !before.getFirst().isTicked()
                && text.substring(from, before.getFirst().from()).isBlank();
        if (before.stream().anyMatch(Tick::isTicked) && denials > 0 && !isBullet) {
            ticks.addAll(before);
        }
    }
}
