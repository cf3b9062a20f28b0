package io.dripline.reporting.alert;

import io.dripline.reporting.caller.Violations;
import org.jspecify.annotations.Nullable;

/** Why a person takes a step. It stays in the alert's history and in the topic. */
final class NewReason {

    static final int LONGEST = 500;

    static final String DESCRIPTION =
            "Why, in a sentence; it is published with the alert and stays, so name no patient in it";

    private NewReason() {}

    /** The reason without spaces around it; empty, and noted, where it cannot be taken. */
    static String read(Violations violations, @Nullable String stated) {
        String reason = stated == null ? "" : stated.strip();
        if (reason.isEmpty()) {
            violations.broken("reason", "expected a sentence that says why, found none");
        } else if (reason.length() > LONGEST) {
            violations.broken("reason", "expected at most %d characters, found %d".formatted(LONGEST, reason.length()));
        } else if (!reason.codePoints().allMatch(NewReason::isPlain)) {
            violations.broken("reason", "expected well-formed text without control characters");
        }
        return reason;
    }

    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        boolean turnsText = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return type != Character.CONTROL && type != Character.SURROGATE && !turnsText;
    }
}
