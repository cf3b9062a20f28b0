package io.dripline.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the marks that answer the items of a checklist, and on which side of its item each one stands: "[ ] nausea [x] itch",
 * "N \u2717 V \u2713", "CP - SOB - palps +", "headache Y, rash N", "dizzy 3 itch 0", "chest pain? n." One walk a line.
 */
final class ReadChecklists {

    /** @param isBefore the item */
    record Mark(int from, int to, boolean isYes, boolean isBefore) {}

    private static final Pattern LINE = Pattern.compile("[^\\n\\r]++");

    private static final Pattern BOX =
            Pattern.compile("[\\[(] {0,3}+([xX\u2713\u2714]?+) {0,3}+[\\])]|[\u2610-\u2612]");

    private static final Pattern SIGN = Pattern.compile("[\u2717\u2718\u2715\u274c]|([\u2713\u2714\u2705])");

    /** What may stand before the first item: "CVS:". */
    private static final Pattern HEADING = Pattern.compile("\\s*+(?:[\\p{L}/ ]{1,30}+:(?!\\s?[YNyn]\\b))?+\\s*+");

    private static final Pattern ANSWERED =
            Pattern.compile("\\G[\\s,;.|]*+\\p{L}[\\p{L}/]*+(?: (?![YNyn]\\b)\\p{L}[\\p{L}/]*+){0,3}+(?: [Yy]/[Nn])?+"
                    + "(?:\\s?([-+]{1,3}+|(?:10|\\d)(?:/10)?+)|\\s?[?=:]\\s?([YNyn])|\\s([YN]))(?=[\\s,;.|]|$)");

    private static final Pattern NOTHING = Pattern.compile("[\\s,;.|]*+");

    /** So many answers are no "nausea + vomiting -". */
    private static final int PLAINLY = 3;

    private ReadChecklists() {}

    static List<Mark> in(String report) {
        List<Mark> marks = new ArrayList<>();
        Matcher line = LINE.matcher(report);
        while (line.find()) {
            if (!addAnswers(report, line.start(), line.end(), marks)) {
                addMarks(report, line.start(), line.end(), marks);
            }
        }
        return marks;
    }

    /** A line of nothing but items each with its answer. */
    private static boolean addAnswers(String report, int from, int to, List<Mark> marks) {
        Matcher heading = HEADING.matcher(report).region(from, to);
        int start = heading.lookingAt() ? heading.end() : from;
        List<Mark> answers = new ArrayList<>();
        boolean isPlain = true;
        boolean hasZero = false;
        boolean hasScore = false;
        int end = start;
        Matcher answered = ANSWERED.matcher(report).region(start, to);
        while (answered.find()) {
            int group = answered.group(1) != null ? 1 : answered.group(2) != null ? 2 : 3;
            String answer = answered.group(group);
            isPlain &= group != 1 || answer.startsWith("-");
            hasZero |= answer.startsWith("0");
            hasScore |= Character.isDigit(answer.charAt(0));
            int mark = group == 2 ? answered.start(group) - 1 : answered.start(group);
            while (group == 2 && report.charAt(mark) == ' ') {
                mark--;
            }
            boolean isYes = !answer.startsWith("-") && !answer.startsWith("0") && !answer.equalsIgnoreCase("n");
            answers.add(new Mark(mark, answered.end(), isYes, false));
            end = answered.end();
        }
        boolean isAll = NOTHING.matcher(report).region(end, to).matches();
        if (!isAll || (hasScore && !hasZero) || answers.size() < (isPlain ? 2 : PLAINLY)) {
            return false;
        }
        marks.addAll(answers);
        return true;
    }

    /** Boxes stand before their items where something follows the last of them; signs where one begins the line. */
    private static void addMarks(String report, int from, int to, List<Mark> marks) {
        List<Mark> boxes = new ArrayList<>();
        Matcher box = BOX.matcher(report).region(from, to);
        while (box.find()) {
            String sign = box.group(1);
            boolean isYes = sign == null ? !box.group().equals("\u2610") : !sign.isEmpty();
            boxes.add(new Mark(box.start(), box.end(), isYes, false));
        }
        if (!boxes.isEmpty()) {
            boolean isBefore = hasLetter(report, boxes.getLast().to(), to);
            boxes.forEach(each -> marks.add(new Mark(each.from(), each.to(), each.isYes(), isBefore)));
            return;
        }
        Matcher sign = SIGN.matcher(report).region(from, to);
        boolean isFirst = true;
        boolean isBefore = false;
        while (sign.find()) {
            if (isFirst) {
                Matcher heading = HEADING.matcher(report).region(from, to);
                isBefore = heading.lookingAt() && heading.end() == sign.start();
                isFirst = false;
            }
            marks.add(new Mark(sign.start(), sign.end(), sign.group(1) != null, isBefore));
        }
    }

    private static boolean hasLetter(String report, int from, int to) {
        return report.substring(from, to).codePoints().anyMatch(Character::isLetter);
    }
}
