package io.dripline.reporting.caller;

import io.dripline.privacy.identifier.FindIdentifiers;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads why something is done, as whoever does it says: a sentence, or several lines. */
public final class ReadReason {

    /** Characters that a reason may have. */
    public static final int LONGEST = 500;

    /** How a reason that is published with an alert is described. */
    public static final String PUBLISHED =
            "Why, in a sentence that names nobody; it is published with the alert and stays, so what looks like a name or a number of"
                    + " somebody is refused";

    private static final String FIELD = "reason";
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private ReadReason() {}

    /** A reason as it is kept: each line ended by a line feed, whatever its sender ends lines with, and without spaces around it. */
    public static String kept(@Nullable String stated) {
        return stated == null ? "" : LINE_END.matcher(stated).replaceAll("\n").strip();
    }

    /** The reason as it is kept; empty or of no use, and noted, where it cannot be taken. */
    public static String from(Violations violations, @Nullable String stated) {
        String reason = kept(stated);
        if (reason.isEmpty()) {
            violations.broken(FIELD, "expected a sentence that says why, found none");
        } else if (reason.length() > LONGEST) {
            violations.broken(FIELD, "expected at most %d characters, found %d".formatted(LONGEST, reason.length()));
        } else if (!reason.codePoints().allMatch(ReadReason::isPlain)) {
            violations.broken(FIELD, "expected well-formed text without control characters other than line ends");
        } else {
            refuseIdentifiers(violations, reason);
        }
        return reason;
    }

    /** Whether a reason could tell who somebody is: what is found in it, and what is too long to be looked through. */
    public static boolean mayNameSomebody(String stated) {
        return stated.length() > 2 * LONGEST
                || !FindIdentifiers.kindsInReason(kept(stated)).isEmpty();
    }

    /** Nothing takes a reason back. What it was is not said again. */
    private static void refuseIdentifiers(Violations violations, String reason) {
        String found = FindIdentifiers.kindsInReason(reason);
        if (!found.isEmpty()) {
            violations.broken(
                    FIELD,
                    "expected a sentence that names nobody, for it stays; found what looks like %s".formatted(found));
        }
    }

    /** Well-formed Unicode that does not turn its direction, in lines. */
    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        boolean isOverride = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return character == '\n' || type != Character.CONTROL && type != Character.SURROGATE && !isOverride;
    }
}
