package io.dripline.coding;

import java.util.List;
import java.util.stream.Stream;

/**
 * One statement of a report.
 *
 * @param before what separates it from the clause before; a full stop for the first
 */
record Clause(Token.Type before, List<Part> parts) {

    /** A term whose words stand apart may end behind parts that come after it. */
    Span placeIn(String report) {
        return new Span(parts.getFirst().from(), end()).strippedIn(report);
    }

    int end() {
        return parts.stream().mapToInt(Part::to).max().orElseThrow();
    }

    List<Part.Found> found() {
        return parts.stream()
                .filter(Part.Found.class::isInstance)
                .map(Part.Found.class::cast)
                .toList();
    }

    boolean has(Meaning.Cue... cues) {
        return parts.stream().anyMatch(part -> part instanceof Part.Hint hint && hint.is(cues));
    }

    List<Word> looseWords() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Loose loose ? loose.words().stream() : Stream.empty())
                .toList();
    }

    /** How many of its words nothing explains. */
    int loose() {
        return (int) parts.stream().filter(Part.Loose.class::isInstance).count();
    }

    /** The same, with names of organs, tests and abilities: "liver" in "liver tumour" changes what the tumour is. */
    int unread() {
        return (int) parts.stream()
                .filter(part -> part instanceof Part.Loose
                        || (part instanceof Part.Hint hint && hint.is(Meaning.Cue.TEST, Meaning.Cue.ABILITY)))
                .count();
    }
}
