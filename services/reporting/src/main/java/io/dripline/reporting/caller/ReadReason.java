package io.dripline.reporting.caller;

import org.jspecify.annotations.Nullable;

/** Reads why something is done, as whoever does it says. */
public final class ReadReason {

    /** Characters that a reason may have. */
    public static final int LONGEST = 500;

    private static final String FIELD = "reason";

    private ReadReason() {}

    /** The reason; what is missing, too long or cannot be shown is noted, and the text is then of no use. */
    public static String from(Violations violations, @Nullable String stated) {
        if (stated == null || stated.isBlank()) {
            violations.broken(FIELD, "expected a sentence that says why, found none");
            return "";
        }
        if (stated.length() > LONGEST) {
            violations.broken(FIELD, "expected at most %d characters, found %d".formatted(LONGEST, stated.length()));
        }
        if (!stated.codePoints().allMatch(ReadReason::isPlain)) {
            violations.broken(FIELD, "expected text without control characters");
        }
        return stated.strip();
    }

    /** Well-formed Unicode that neither breaks a line nor turns its direction. */
    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        boolean isOverride = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return type != Character.CONTROL && type != Character.SURROGATE && !isOverride;
    }
}
