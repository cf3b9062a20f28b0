package io.dripline.coding;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Multiples of a laboratory's limit: "ALT 3x ULN", "bili twice normal", "LFTs double". How often something was tested is none:
 * "LFTs twice monthly", "BSL 4x daily", "trop x2 normal".
 */
final class ReadMultiples {

    private static final String SEVERAL = "liver tests";

    private static final Set<String> ENZYMES = Set.of("ALT", "AST", "GGT", "ALP");

    /** Whose values people say as multiples of what is normal, or was before. */
    private static final Set<String> SAID_AS_MULTIPLES =
            Set.of("ALT", "AST", "GGT", "ALP", SEVERAL, "bilirubin", "creatinine");

    private static final double MANY = 5;

    private static final Set<String> WITH_LIMIT = Set.of("troponin", "BNP");

    private static final Pattern MULTIPLE = Pattern.compile(
            "(?:(?<before>x|\u00d7)\\s?)?(?<number>\\d{1,2}(?:\\.\\d)?|two|three|four|five|six|eight|ten|twice|double|triple|several)"
                    + "(?:\\s?-?\\s?(?<after>x|\u00d7|times|fold)(?!(?!uln|upper|norm)\\p{L}))?"
                    + "\\s*(?:(?:higher|greater|more)\\s(?:than\\s)?)?(?:the\\s)?(?:above\\s)?(?<of>(?:uln|u\\.l\\.n|upper|normal|norm|limit|baseline|what|usual|previous)\\b)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_ENZYMES = Pattern.compile("enzyme|aminase");

    private static final Pattern END = Pattern.compile(
            "\\s*(?:$|[.,;:)\\]\\n&+(]|(?:and|but|since|after|post|at|on|now|today|from|with|which|so|again|up|higher|between|in|over)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Behind how often a test was done: "AST x3, normal", "transaminases x2 on Monday". */
    private static final Pattern OF_COUNT = Pattern.compile(
            "[\\s,;:(-]*(?:(?:on\\s)?(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?s?\\b|on\\s(?:the\\s)?\\d|weekly|daily|monthly"
                    + "|(?:(?:both|all|each|results?|were|was|and|are)\\s)*(?:normal|ok|okay|fine|nad|wnl|clear|unremarkable|within|negative|unchanged"
                    + "|stable|sent|taken|done)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Double> WORDS =
            Map.of("two", 2d, "three", 3d, "four", 4d, "five", 5d, "six", 6d, "eight", 8d, "ten", 10d);

    private ReadMultiples() {}

    /** A multiple and where it ends. */
    record Multiple(double times, int end) {}

    /**
     * @param written the name of the quantity as it is written
     * @return null where no multiple of this quantity stands
     */
    static @Nullable Multiple at(String text, int at, int end, Limit limit, String written) {
        Matcher multiple = MULTIPLE.matcher(text).region(at, end);
        if (!multiple.lookingAt() || !isSaidOf(limit.name(), written.toLowerCase(Locale.ROOT), multiple, text)) {
            return null;
        }
        String number = multiple.group("number").toLowerCase(Locale.ROOT);
        double times =
                Character.isDigit(number.charAt(0)) ? Double.parseDouble(number) : WORDS.getOrDefault(number, 2d);
        return new Multiple(times, multiple.end());
    }

    /** Nobody tests ten times before it is said: "LFTs x10 normal". */
    private static boolean isFew(String number) {
        return !Character.isDigit(number.charAt(0)) || Double.parseDouble(number) < MANY;
    }

    private static boolean isSaidOf(String quantity, String written, Matcher multiple, String text) {
        String number = multiple.group("number").toLowerCase(Locale.ROOT);
        boolean isPrefixed = multiple.group("before") != null;
        String after = multiple.group("after");
        boolean isWord = number.equals("double") || number.equals("triple");
        boolean isTimes = isPrefixed || after != null || isWord || number.equals("twice");
        String of = multiple.group("of") == null ? "" : multiple.group("of").toLowerCase(Locale.ROOT);
        if (of.startsWith("u") || of.equals("limit")) {
            return SAID_AS_MULTIPLES.contains(quantity) || WITH_LIMIT.contains(quantity);
        }
        if (!SAID_AS_MULTIPLES.contains(quantity) || !isTimes) {
            return false;
        }
        boolean isCount = isPrefixed && after == null;
        if (!of.isEmpty()) {
            return !(isCount && quantity.equals(SEVERAL) && isFew(number));
        }
        boolean isAlone =
                END.matcher(text).region(multiple.end(), text.length()).lookingAt();
        return isAlone
                && (isWord
                        || (after != null && !after.equalsIgnoreCase("times"))
                        || (isCount
                                && !(isFew(number)
                                        && OF_COUNT.matcher(text)
                                                .region(multiple.end(), text.length())
                                                .lookingAt())
                                && (ENZYMES.contains(quantity)
                                        || OF_ENZYMES.matcher(written).find())));
    }
}
