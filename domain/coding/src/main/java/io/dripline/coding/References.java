package io.dripline.coding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of records, which nothing reads, whatever words their letters seem to hold: a UUID ("…-deaf-…"), or hexadecimal
 * digits that change from letters to figures and back three times or more ("2ccf374d"). "HR120BP90", "HbA1c", "x2" and
 * "T38.2" are none.
 */
final class References {

    /** Every part is possessive and begins where no letter or figure stands before it, so it is linear in the text's length. */
    static final String PATTERN = """
            (?<![\\p{L}\\p{N}])(?:\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\
            |(?:(?:\\d++[a-fA-F]++){2}|(?:[a-fA-F]++\\d++){2})\\p{XDigit}*+)(?![\\p{L}\\p{N}])\
            """;

    private static final Pattern REFERENCE = Pattern.compile(PATTERN);

    /** Neither letter, figure, space nor separator of any rule. */
    private static final String MASK = "_";

    private References() {}

    /** The text, as long as before, with something in their place that no rule reads. */
    static String maskedIn(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(found -> MASK.repeat(found.group().length()));
    }
}
