package io.dripline.classification.coding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How words that no rule recognises are coded. */
@ConfigMapping(prefix = "dripline.coding")
interface CodingConfig {

    /** Whether the sentence model is asked too; without it spelling alone decides. */
    @WithDefault("true")
    boolean model();

    /** Probability in [0, 1] at and above which the nearest term is coded; below it the words await review. */
    @WithDefault("0.8")
    double threshold();
}
