package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.posting.ReportedSession;
import java.util.List;

/**
 * What was reported, as a page tells it.
 *
 * @param events how many, in words
 * @param warnings what to look at again, in sentences
 */
public record Reported(String reference, ShownTime startedAt, String events, List<String> warnings) {

    public Reported {
        warnings = List.copyOf(warnings);
    }

    static Reported of(ReportedSession session) {
        int events = session.adverseEvents().size();
        return new Reported(
                session.reference(),
                new ShownTime(session.startedAt().toInstant()),
                events == 0 ? "no adverse event" : Figures.count(events) + (events == 1 ? " event" : " events"),
                session.warnings().stream()
                        .map(warning -> warning.field() + ": " + warning.message())
                        .toList());
    }
}
