package io.dripline.classification.cases;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The line listing. */
@ConfigMapping(prefix = "dripline.cases")
public interface CasesConfig {

    /**
     * A secret that seals where a page ends; instances that answer for one another need the same. None: each start makes
     * its own, and a listing begins again after it.
     */
    Optional<String> cursorKey();
}
