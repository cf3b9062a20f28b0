package io.dripline.classification.ruling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How rulings are exchanged. */
@ConfigMapping(prefix = "dripline.rulings")
public interface RulingsConfig {

    /** The name of this installation in what it exports. */
    @WithDefault("dripline")
    String site();
}
