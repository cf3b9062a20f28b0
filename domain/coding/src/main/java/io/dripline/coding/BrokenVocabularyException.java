package io.dripline.coding;

/** A vocabulary file cannot be used; the message names file, line and what was expected. */
public final class BrokenVocabularyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenVocabularyException(String file, int line, String expected, String found) {
        super("%s line %d: expected %s, found '%s'".formatted(file, line, expected, found));
    }

    public BrokenVocabularyException(String file, String expected) {
        super("%s: expected %s".formatted(file, expected));
    }
}
