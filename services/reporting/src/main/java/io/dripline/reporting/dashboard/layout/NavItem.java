package io.dripline.reporting.dashboard.layout;

/**
 * A page that the navigation leads to.
 *
 * @param current whether it is the page that is shown, or holds it
 */
public record NavItem(String href, String name, boolean current) {}
