package io.dripline.reporting.dashboard.layout;

import java.util.List;

/**
 * What stands around a page.
 *
 * @param title of the page
 * @param navigation the pages that the reader may open
 * @param person who is signed in
 * @param theme light, dark or system
 * @param live whether the page keeps itself current
 */
public record Frame(String title, List<NavItem> navigation, String person, Theme theme, boolean live) {

    public Frame {
        navigation = List.copyOf(navigation);
    }
}
