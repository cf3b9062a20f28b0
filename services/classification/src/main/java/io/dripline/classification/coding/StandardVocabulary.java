package io.dripline.classification.coding;

import io.dripline.coding.CodeWords;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.meddra.ReadMeddra;
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
        return config.meddraDirectory()
                .map(directory ->
                        ReadMeddra.from(directory, config.meddraVersion().orElse(null)))
                .map(Vocabulary::with)
                .orElseGet(Vocabulary::standard);
    }

    @Produces
    @Singleton
    CodeWords codeWords(Vocabulary vocabulary) {
        return new CodeWords(vocabulary);
    }

    /** A broken file stops the start, not the first report; and the operator sees where the classes were put. */
    void readAtStart(@Observes StartupEvent event, Vocabulary vocabulary) {
        LOG.infof("Words are coded with vocabulary %s", vocabulary.version());
        vocabulary.classPlaces().forEach(place -> LOG.infof("MedDRA class %s", place.description()));
    }
}
