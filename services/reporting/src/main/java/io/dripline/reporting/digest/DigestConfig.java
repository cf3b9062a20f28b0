package io.dripline.reporting.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the digest is made. */
@ConfigMapping(prefix = "dripline.digest")
public interface DigestConfig {

    /** The time of day in the zone; it is made then, or as soon afterwards that day as the service runs. */
    @WithDefault("07:00")
    LocalTime at();

    /** A zone such as {@code Australia/Sydney}; days begin by it. */
    @WithDefault("UTC")
    ZoneId zone();
}
