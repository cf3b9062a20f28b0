package io.dripline.reporting.stream;

import org.jspecify.annotations.Nullable;

/**
 * Who may see an event: officers and auditors always, besides them
 *
 * @param everyone every clinic
 * @param clinic this clinic, null for none
 */
record Audience(boolean everyone, @Nullable String clinic) {

    static final Audience EVERYONE = new Audience(true, null);
    static final Audience OFFICERS = new Audience(false, null);

    /** Those who see what is said of one clinic, or of all where it is null. */
    static Audience ofCohort(@Nullable String clinic) {
        return clinic == null ? EVERYONE : new Audience(false, clinic);
    }

    /** @param onlyClinic the one clinic that the viewer may see, null for a viewer who sees every clinic */
    boolean includes(@Nullable String onlyClinic) {
        return everyone || onlyClinic == null || onlyClinic.equals(clinic);
    }
}
