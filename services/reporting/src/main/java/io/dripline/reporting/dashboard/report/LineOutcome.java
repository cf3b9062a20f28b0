package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.posting.LineAnswer;
import java.util.List;

/**
 * What became of a line of a file.
 *
 * @param why each thing that is wrong, by the column; empty where nothing is
 */
record LineOutcome(Kind kind, List<String> why) {

    /** What can become of a line, each with the shape that tells it apart without colour. */
    enum Kind {
        STORED("● stored"),
        REPEATED("○ reported before, stored once"),
        REFUSED("▲ refused"),
        /** Intake did not answer. */
        UNKNOWN("◇ not known: send it again, it is stored once"),
        /** Not sent, since intake did not answer for one before, or not taken, since it let nobody in. */
        NOT_REPORTED("◇ not reported"),
        NOTE("– a note, not reported");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static final LineOutcome UNKNOWN = new LineOutcome(Kind.UNKNOWN, List.of());
    static final LineOutcome NOT_REPORTED = new LineOutcome(Kind.NOT_REPORTED, List.of());
    static final LineOutcome NOTE = new LineOutcome(Kind.NOTE, List.of());

    LineOutcome {
        why = List.copyOf(why);
    }

    static LineOutcome refused(List<String> why) {
        return new LineOutcome(Kind.REFUSED, why);
    }

    /** What intake answered, in the file's own columns. */
    static LineOutcome of(LineAnswer answer, WriteSession.Written written) {
        if (answer.isStored() || answer.isRepeated()) {
            return new LineOutcome(answer.isStored() ? Kind.STORED : Kind.REPEATED, List.of());
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            return UNKNOWN;
        }
        List<String> named = answer.named().stream()
                .map(violation ->
                        written.nameOf(violation.field()).orElse(violation.field()) + ": " + violation.message())
                .toList();
        String detail = answer.detail() == null ? "Intake does not say why" : answer.detail();
        return refused(named.isEmpty() ? List.of(answer.status() == 409 ? "reference: " + detail : detail) : named);
    }
}
