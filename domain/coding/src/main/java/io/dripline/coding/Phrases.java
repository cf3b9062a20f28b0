package io.dripline.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree of stems from which the longest phrase at a place is read in one walk. */
final class Phrases {

    /** What stands for "and", "with", "+" inside a phrase: pins and needles. */
    static final String AND = "&";

    static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Meaning> meanings = new ArrayList<>(1);

        @Nullable
        Node after(String stem) {
            return next.get(stem);
        }

        /** What the words up to here mean; entries in the order they were added. */
        List<Meaning> meanings() {
            return meanings;
        }
    }

    private final Node root = new Node();

    Node root() {
        return root;
    }

    Node add(List<String> stems, Meaning meaning) {
        Node node = root;
        for (String stem : stems) {
            node = node.next.computeIfAbsent(stem, s -> new Node());
        }
        node.meanings.add(meaning);
        return node;
    }

    List<Meaning> at(List<String> stems) {
        Node node = root;
        for (String stem : stems) {
            Node after = node.after(stem);
            if (after == null) {
                return List.of();
            }
            node = after;
        }
        return node.meanings;
    }
}
