package io.dripline.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How rows are sealed. */
@ConfigMapping(prefix = "dripline.ledger")
public interface LedgerConfig {

    /**
     * The first secret of the chain: at least 32 bytes, as base64 or else taken as text. Once it is changed, nothing that was sealed
     * before can be verified. It belongs neither into the database nor to who administers that.
     */
    String key();

    /** Secrets that followed it, oldest first; the last one seals, and all verify what was sealed in their time. */
    Optional<List<String>> laterKeys();

    /** Rows of a table that are sealed in one transaction. */
    @WithDefault("1000")
    int batchSize();

    /** How long to wait when everything is sealed, or when another instance seals. */
    @WithDefault("PT1S")
    Duration interval();

    /** How often the head of a growing chain is exported. */
    @WithDefault("PT1M")
    Duration headInterval();

    /** A file that heads are added to, besides the log. */
    Optional<Path> headFile();
}
