package io.dripline.reporting.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;

/** The shares of alpha that monitors hold, retired ones included. */
@ApplicationScoped
public class SpentShares {

    private static final String OF_OFFICERS = "by_officer";
    private static final String OF_CLINICS = "not by_officer and cohort->>'clinic' is not null";
    private static final String OF_ALL_CLINICS = "not by_officer and cohort->>'clinic' is null";

    private final MonitorsConfig config;

    SpentShares(MonitorsConfig config) {
        this.config = config;
    }

    /** How alpha stands divided. */
    public DividedAlpha divided(Handle handle) {
        return new DividedAlpha(
                ofTheInstallation(handle),
                DividedAlpha.Part.of(AlphaShares.SYSTEMS, spent(handle, OF_ALL_CLINICS)),
                DividedAlpha.Part.of(AlphaShares.CLINICS, spent(handle, OF_CLINICS)),
                DividedAlpha.Part.of(AlphaShares.OFFICERS, spent(handle, OF_OFFICERS)));
    }

    /** The largest that was ever in force: each monitor keeps the alpha that it was made with. */
    private double ofTheInstallation(Handle handle) {
        return handle.createQuery("select greatest(max(alpha), :now) from monitor_rule")
                .bind("now", config.alpha())
                .mapTo(Double.class)
                .one();
    }

    /** What is left for monitors that officers make; to be relied on, no other transaction may be making one. */
    BigDecimal leftForOfficers(Handle handle) {
        return AlphaShares.OFFICERS.subtract(spent(handle, OF_OFFICERS)).max(BigDecimal.ZERO);
    }

    /** Summed as they were stated: ten times 0.01 is 0.1. */
    private static BigDecimal spent(Handle handle, String whose) {
        return handle.createQuery("select alpha_share from monitor where " + whose).mapTo(Double.class).stream()
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
