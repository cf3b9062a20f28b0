package io.dripline.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Ontology of Adverse Events, lines {@code term TAB parent}. The file holds 4,833 terms; a parent that has no
 * line of its own is a term without a parent.
 */
final class ReadOae {

    private ReadOae() {}

    static List<SourceTerm> read(VocabularyFile file) {
        Map<String, SourceTerm> terms = new LinkedHashMap<>();
        for (VocabularyFile.Line line : file.lines().subList(1, file.lines().size())) {
            String[] columns = line.columns("term", "parent_term");
            SourceTerm term = new SourceTerm(columns[0], List.of(columns[1]), List.of());
            if (terms.put(term.name(), term) != null) {
                throw line.broken("a term that has no line yet");
            }
        }
        for (SourceTerm term : List.copyOf(terms.values())) {
            for (String parent : term.parents()) {
                terms.putIfAbsent(parent, new SourceTerm(parent, List.of(), List.of()));
            }
        }
        return List.copyOf(terms.values());
    }
}
