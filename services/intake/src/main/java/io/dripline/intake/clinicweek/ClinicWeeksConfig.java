package io.dripline.intake.clinicweek;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace at which clinic-weeks follow sessions and tallies. */
@ConfigMapping(prefix = "dripline.clinic-weeks")
public interface ClinicWeeksConfig {

    /** How long what is committed is collected, so that many sessions of a week become one version of it. */
    @WithDefault("PT0.5S")
    Duration pause();

    /** Versions of sessions, and tallies, taken at once at most. */
    @WithDefault("2000")
    int batchSize();

    /** How long to wait before trying again after a failure, or for the lock of another instance. */
    @WithDefault("PT1S")
    Duration retry();
}
