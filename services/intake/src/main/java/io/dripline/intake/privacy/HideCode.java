package io.dripline.intake.privacy;

import io.dripline.privacy.identifier.MaskIdentifiers;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a patient's code out of what was typed beside it: the code is stored nowhere, and so not in a sentence either. A code without
 * a digit, or of less than four characters, may be a word or a measurement and is left.
 */
public final class HideCode {

    private static final int SHORTEST = 4;

    /** From letter or digit to letter or digit. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}](?:\\S*[\\p{L}\\p{N}])?");

    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Of one stretch. Each is hashed, and a text may be one word of a thousand parts. */
    private static final int MOST_PARTS = 8;

    private HideCode() {}

    /** The text with a mask in the place of the code. */
    public static String in(String text, String patientCode) {
        String code = patientCode.strip();
        if (!isLikeACode(code) || !hasDigitsOf(code, text)) {
            return text;
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(code) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(MaskIdentifiers.MASK);
    }

    /**
     * The same where the code itself is not at hand: {@code isCode} tells of stretches of single words whether they are it, as they
     * are spelled. A stretch begins and ends where letters and digits do, so that a code is found with whatever is glued to it.
     */
    public static String in(String text, Predicate<String> isCode) {
        StringBuilder hidden = new StringBuilder();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            word.appendReplacement(hidden, Matcher.quoteReplacement(inWord(word.group(), isCode)));
        }
        return word.appendTail(hidden).toString();
    }

    private static String inWord(String word, Predicate<String> isCode) {
        if (isLikeACode(word) && isCode.test(word)) {
            return MaskIdentifiers.MASK;
        }
        List<MatchResult> parts = PART.matcher(word).results().toList();
        StringBuilder hidden = new StringBuilder();
        int done = 0;
        for (int first = 0; first < parts.size(); first++) {
            for (int last = Math.min(parts.size(), first + MOST_PARTS) - 1; last >= first; last--) {
                String stretch =
                        word.substring(parts.get(first).start(), parts.get(last).end());
                if (isLikeACode(stretch) && isCode.test(stretch)) {
                    hidden.append(word, done, parts.get(first).start()).append(MaskIdentifiers.MASK);
                    done = parts.get(last).end();
                    first = last;
                    break;
                }
            }
        }
        return hidden.append(word, done, word.length()).toString();
    }

    /** Most texts hold no digit at all, and a digit has no other case. */
    private static boolean hasDigitsOf(String code, String text) {
        return code.codePoints().filter(Character::isDigit).allMatch(digit -> text.indexOf(digit) >= 0);
    }

    private static boolean isLikeACode(String stretch) {
        return stretch.length() >= SHORTEST && stretch.chars().anyMatch(Character::isDigit);
    }
}
