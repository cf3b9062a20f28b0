package io.dripline.local.demo.clinic;

import io.dripline.contracts.session.ActionTaken;
import io.dripline.contracts.session.Causality;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Severity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong in a course, and in which words it is told. */
final class TellEvents {

    /** Of the courses with an event, those in which it comes back in another session. */
    private static final double AGAIN = 0.25;

    /** Of the sessions without an event, those whose report says so in words. */
    private static final double SAID_TO_BE_FINE = 0.04;

    private static final List<ActionTaken> WHEN_MODERATE =
            List.of(ActionTaken.DOSE_REDUCED, ActionTaken.INFUSION_PAUSED, ActionTaken.TREATMENT_GIVEN);

    private static final List<Severity> SEVERITIES = List.of(Severity.MILD, Severity.MODERATE, Severity.SEVERE);
    private static final List<Causality> CAUSALITIES =
            List.of(Causality.CERTAIN, Causality.PROBABLE, Causality.POSSIBLE);

    private final PhraseBook phrases = PhraseBook.standard();

    /** The events of each session: a finding counts for the course once, however many of its sessions have it. */
    List<List<StatedEvent>> of(Course course, DemoClinic clinic, int week, Draws draws) {
        int sessions = course.starts().size();
        List<List<StatedEvent>> events = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            events.add(new ArrayList<>());
        }
        for (Finding finding : Finding.EVENTS) {
            if (draws.chance(finding.share(clinic, week))) {
                int first = draws.between(0, sessions - 1);
                events.get(first).add(event(finding, course, first, draws));
                if (first + 1 < sessions && draws.chance(AGAIN)) {
                    events.get(first + 1).add(event(finding, course, first + 1, draws));
                }
            }
        }
        for (List<StatedEvent> told : events) {
            if (told.isEmpty() && draws.chance(SAID_TO_BE_FINE)) {
                told.add(StatedEvent.words(draws.oneOf(phrases.of(Finding.NO_EVENT))));
            }
        }
        return events;
    }

    private StatedEvent event(Finding finding, Course course, int session, Draws draws) {
        String words = draws.oneOf(phrases.of(finding));
        if (finding == Finding.HEPATIC || finding == Finding.UROGENITAL) {
            // Found by a blood test or told days later: the session does not know when it began.
            return StatedEvent.words(words);
        }
        int onset = draws.between(5, course.minutes() - 5);
        OffsetDateTime onsetAt = course.starts().get(session).plusMinutes(onset);
        boolean over = draws.chance(0.8);
        Severity severity = SEVERITIES.get(draws.weighted(70, 26, 4));
        return new StatedEvent(
                words,
                onsetAt,
                over ? onsetAt.plusMinutes(draws.between(1, course.minutes() - onset)) : null,
                severity,
                over ? Outcome.RECOVERED : Outcome.RECOVERING,
                switch (severity) {
                    case MILD -> ActionTaken.NONE;
                    case MODERATE -> draws.oneOf(WHEN_MODERATE);
                    case SEVERE -> ActionTaken.INFUSION_STOPPED;
                },
                CAUSALITIES.get(draws.weighted(15, 50, 35)));
    }
}
