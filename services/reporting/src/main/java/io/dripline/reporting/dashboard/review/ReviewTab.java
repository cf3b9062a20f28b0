package io.dripline.reporting.dashboard.review;

import java.util.List;

/** A list to choose. */
public record ReviewTab(String name, String href, boolean current) {

    private static final String WAITING = "/reviews";
    private static final String GIVEN = "/reviews/rulings";

    static List<ReviewTab> waiting() {
        return tabs(WAITING);
    }

    static List<ReviewTab> given() {
        return tabs(GIVEN);
    }

    private static List<ReviewTab> tabs(String current) {
        return List.of(
                new ReviewTab("Awaiting review", WAITING, current.equals(WAITING)),
                new ReviewTab("Rulings given", GIVEN, current.equals(GIVEN)));
    }
}
