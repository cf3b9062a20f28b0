package io.dripline.intake.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the topics that this service writes are made where they are missing. */
@ConfigMapping(prefix = "dripline.topics")
public interface PublicationConfig {

    /** Copies of each record, -1 for the broker's default. */
    @WithDefault("-1")
    int replication();
}
