package io.dripline.coding;

import java.util.List;

/**
 * What a person said some words mean.
 *
 * @param id names the ruling; it stands in every coding that was made by it
 * @param terms term ids; empty: the words are not an adverse event
 */
public record Ruled(long id, List<String> terms) {

    public Ruled {
        terms = List.copyOf(terms);
    }

    String name() {
        return "ruling " + id;
    }
}
