package io.dripline.reporting.dashboard.report;

import java.util.List;

/**
 * A field of a report, as the form asks for it and a file's column holds it.
 *
 * @param name in the form and of the column; of an event's field without the event's number
 * @param path in the report that intake takes, without the event's number
 * @param label what it is
 * @param expected what may stand in it, in words
 * @param required whether a report needs it; of an event's field, whether each event does
 * @param options values that can be chosen; empty where it is typed
 */
record SessionField(
        String name,
        String path,
        Kind kind,
        Group group,
        String label,
        String expected,
        boolean required,
        List<String> options) {

    /** How text becomes a part of a report. */
    enum Kind {
        TEXT,
        /** A text that may have several lines. */
        WORDS,
        TIME,
        NUMBER,
        YES_NO,
        CHOICE,
        /** Several of the options, in text with semicolons between them. */
        CHOICES
    }

    /** What stands together in the form. */
    enum Group {
        SESSION,
        TREATMENT,
        PATIENT,
        EVENT
    }

    SessionField {
        options = List.copyOf(options);
    }
}
