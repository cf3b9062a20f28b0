package io.dripline.reporting.stream;

/**
 * Something that changed, rendered once for all who may see it.
 *
 * @param kind {@code incidence}, {@code comparison} or {@code alert}
 * @param json the same object as in the list that it belongs to
 */
record Change(Kind kind, String json, Audience audience) {

    /** The names of events. */
    enum Kind {
        incidence,
        comparison,
        alert
    }
}
