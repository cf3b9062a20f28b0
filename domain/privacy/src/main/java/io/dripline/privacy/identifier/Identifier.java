package io.dripline.privacy.identifier;

/**
 * A stretch of a text that tells who somebody is.
 *
 * @param from index of its first character
 * @param to index behind its last
 */
public record Identifier(IdentifierKind kind, int from, int to) {

    public Identifier {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("expected 0 <= from < to, found %d and %d".formatted(from, to));
        }
    }
}
