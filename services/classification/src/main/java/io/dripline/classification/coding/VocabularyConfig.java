package io.dripline.classification.coding;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What words are coded with beside the vocabularies that ship. */
@ConfigMapping(prefix = "dripline.vocabulary")
interface VocabularyConfig {

    /**
     * A directory with the licensee's own MedDRA ASCII distribution: {@code llt.asc}, {@code pt.asc}, {@code mdhier.asc},
     * {@code soc.asc}. Its lowest-level terms are then wordings, and coded terms carry their preferred term and its primary
     * system organ class.
     */
    Optional<Path> meddraDirectory();

    /** The release, such as 27.1; needed where the directory has no {@code meddra_release.asc}, refused without one. */
    Optional<String> meddraVersion();
}
