package io.dripline.intake.erasure;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where erasures are noted besides the database. */
@ConfigMapping(prefix = "dripline.erasures")
public interface ErasuresConfig {

    /** A file that each erasure is added to; it belongs neither into the database's backups nor to what is set back with them. */
    Optional<Path> file();
}
