package io.dripline.coding;

import java.util.List;

/**
 * A stretch of the report.
 *
 * @param from first character
 * @param to after the last character
 * @param words what it stands for; empty unless it is a {@link Type#WORD}
 */
record Token(int from, int to, Type type, List<Word> words) {

    enum Type {
        WORD,
        /** A number, dose, count or time: nothing here reads it yet. */
        NUMBER,
        COMMA,
        AND,
        OR,
        /** With, also, an arrow: joins things like "and", but a negation before it may end there. */
        WITH,
        /** A full stop or line: what was negated before it does not reach beyond. */
        STOP
    }

    /** Whether it can be the "and" of a phrase: pins and needles. */
    boolean isAnd() {
        return type == Type.AND || type == Type.WITH;
    }
}
