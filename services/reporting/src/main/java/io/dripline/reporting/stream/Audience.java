package io.dripline.reporting.stream;

import org.jspecify.annotations.Nullable;

/**
 * Who may see an event: officers and auditors always, besides them
 *
 * @param clinic this clinic, null for none: what counts several clinics is not for one of them
 */
record Audience(@Nullable String clinic) {

    /** @param onlyClinic the one clinic that the viewer may see, null for a viewer who sees every clinic */
    boolean includes(@Nullable String onlyClinic) {
        return onlyClinic == null || onlyClinic.equals(clinic);
    }
}
