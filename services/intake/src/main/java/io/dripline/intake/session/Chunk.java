package io.dripline.intake.session;

import io.dripline.intake.request.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Lines of a batch that are stored in one transaction, and those between them that are refused. */
final class Chunk {

    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 4 << 20;

    /** A line of a batch. */
    sealed interface Entry {}

    /** A line that holds to every rule. */
    record Readable(int line, Report report) implements Entry {}

    /** A line that does not. */
    record Refused(int line, HttpProblem problem) implements Entry {}

    private final List<Entry> entries = new ArrayList<>();
    private int bytes;

    void add(Entry entry, int length) {
        entries.add(entry);
        bytes += length;
    }

    boolean isFull() {
        return entries.size() >= MOST_LINES || bytes >= MOST_BYTES;
    }

    /** What is to be stored, in the order of the lines. */
    List<Report> reports() {
        return entries.stream()
                .filter(Readable.class::isInstance)
                .map(entry -> ((Readable) entry).report())
                .toList();
    }

    /**
     * An answer for each line.
     *
     * @param outcomes what became of {@link #reports}, in their order
     */
    List<LineAnswer> answers(List<ReportSession.Outcome> outcomes) {
        Iterator<ReportSession.Outcome> outcome = outcomes.iterator();
        return entries.stream()
                .map(entry -> switch (entry) {
                    case Readable(int line, Report report) -> answer(line, outcome.next());
                    case Refused(int line, HttpProblem problem) -> LineAnswer.refused(line, problem);
                })
                .toList();
    }

    /** The same, where nothing could be stored because of {@code why}. */
    List<LineAnswer> refused(HttpProblem why) {
        return entries.stream()
                .map(entry -> switch (entry) {
                    case Readable(int line, Report report) -> LineAnswer.refused(line, why);
                    case Refused(int line, HttpProblem problem) -> LineAnswer.refused(line, problem);
                })
                .toList();
    }

    private static LineAnswer answer(int line, ReportSession.Outcome outcome) {
        return switch (outcome) {
            case ReportSession.Outcome.Stored(VersionedSession session) -> LineAnswer.stored(line, session.id());
            case ReportSession.Outcome.Repeated(UUID id) -> LineAnswer.repeated(line, id);
            case ReportSession.Outcome.Contradicted(UUID id) ->
                LineAnswer.refused(line, Refusal.referenceTaken(URI.create("/sessions/" + id)));
        };
    }
}
