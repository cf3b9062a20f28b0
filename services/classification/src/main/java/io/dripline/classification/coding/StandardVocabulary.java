package io.dripline.classification.coding;

import io.dripline.coding.CodeWords;
import io.dripline.coding.Vocabulary;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The vocabulary that this build codes with, read once. */
final class StandardVocabulary {

    @Produces
    @Singleton
    Vocabulary vocabulary() {
        return Vocabulary.standard();
    }

    @Produces
    @Singleton
    CodeWords codeWords(Vocabulary vocabulary) {
        return new CodeWords(vocabulary);
    }
}
