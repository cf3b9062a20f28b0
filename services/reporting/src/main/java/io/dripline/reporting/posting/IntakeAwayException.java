package io.dripline.reporting.posting;

import io.dripline.reporting.behalf.Answer;

/** Intake did not do what it was asked, for a reason that passes. The message is for the person who asked. */
public final class IntakeAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String AWAY = "Intake does not answer at the moment. Try again in a minute.";
    private static final String OTHERWISE = "Intake answered otherwise than it should. Ask whoever runs Dripline.";

    private final boolean nothingDone;

    private IntakeAwayException(String message, boolean nothingDone) {
        super(message);
        this.nothingDone = nothingDone;
    }

    /** Where what was asked for cannot be told from an answer. */
    static IntakeAwayException because(Answer<?> answer) {
        return switch (answer) {
            case Answer.Refused<?> refused ->
                switch (refused.status()) {
                    case 401 ->
                        new IntakeAwayException(
                                "Your session is over. Sign in again in another window, then send this once more.",
                                true);
                    case 403 ->
                        new IntakeAwayException("Intake does not let you in (403). Ask whoever runs Dripline.", true);
                    case 429 ->
                        new IntakeAwayException(
                                "Your clinic sends more than intake takes at once. Try again in a minute.", true);
                    default -> otherwise();
                };
            case Answer.Away<?> _ -> new IntakeAwayException(AWAY, false);
            case Answer.Given<?> _ -> otherwise();
        };
    }

    /** Where an answer is not what its description says. */
    static IntakeAwayException otherwise() {
        return new IntakeAwayException(OTHERWISE, false);
    }

    /** Whether it is known that intake did nothing of it; else it may have done all of it. */
    public boolean isNothingDone() {
        return nothingDone;
    }
}
