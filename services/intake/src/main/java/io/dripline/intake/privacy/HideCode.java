package io.dripline.intake.privacy;

import io.dripline.privacy.identifier.MaskIdentifiers;
import java.util.function.Predicate;
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

    private HideCode() {}

    /** The text with a mask in the place of the code. */
    public static String in(String text, String patientCode) {
        String code = patientCode.strip();
        if (code.length() < SHORTEST || code.chars().noneMatch(Character::isDigit)) {
            return text;
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(code) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(MaskIdentifiers.MASK);
    }

    /** The same where the code itself is not at hand: of single words {@code isCode} tells whether they are it. */
    public static String in(String text, Predicate<String> isCode) {
        return WORD.matcher(text)
                .replaceAll(word -> word.group().length() >= SHORTEST
                                && word.group().chars().anyMatch(Character::isDigit)
                                && isCode.test(word.group())
                        ? Matcher.quoteReplacement(MaskIdentifiers.MASK)
                        : Matcher.quoteReplacement(word.group()));
    }
}
