package io.dripline.classification.coding;

import io.dripline.coding.BrokenVocabularyException;
import io.dripline.coding.CodeWords;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.meddra.ReadMeddra;
import io.dripline.coding.nearest.Nearest;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The vocabulary that this installation codes with, read once: what ships, and MedDRA where a directory is configured. */
final class StandardVocabulary {

    private static final Logger LOG = Logger.getLogger(StandardVocabulary.class);

    @Produces
    @Singleton
    Vocabulary vocabulary(VocabularyConfig config) {
        if (config.meddraVersion().isPresent() && config.meddraDirectory().isEmpty()) {
            throw new BrokenVocabularyException(
                    "dripline.vocabulary.meddra-version",
                    "dripline.vocabulary.meddra-directory beside it, but no directory is configured");
        }
        return config.meddraDirectory()
                .map(directory ->
                        ReadMeddra.from(directory, config.meddraVersion().orElse(null)))
                .map(Vocabulary::with)
                .orElseGet(Vocabulary::standard);
    }

    /** Made at the start, so that a model that cannot be used stops it. */
    @Produces
    @Singleton
    @Startup
    CodeWords codeWords(Vocabulary vocabulary, CodingConfig config) {
        NearestTerms nearest = config.model() ? Nearest.withModel(vocabulary) : Nearest.withoutModel(vocabulary);
        return new CodeWords(vocabulary, nearest, config.threshold());
    }

    /** A broken file stops the start, not the first report; and the operator sees where the classes were put. */
    void readAtStart(@Observes StartupEvent event, Vocabulary vocabulary) {
        LOG.infof("Words are coded with vocabulary %s", vocabulary.version());
        vocabulary.classPlaces().forEach(place -> LOG.infof("MedDRA class %s", place.description()));
    }
}
