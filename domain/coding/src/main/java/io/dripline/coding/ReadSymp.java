package io.dripline.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the Symptom Ontology in OBO format: names, exact synonyms, broader terms. Obsolete terms are skipped. */
final class ReadSymp {

    private static final Pattern SYNONYM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\" (EXACT|BROAD|NARROW|RELATED).*");

    private record Stanza(VocabularyFile.Line start, String name, List<String> parentIds, List<String> synonyms) {}

    private final Map<String, Stanza> byId = new HashMap<>();
    private final List<Stanza> inOrder = new ArrayList<>();

    private ReadSymp() {}

    static List<SourceTerm> read(VocabularyFile file) {
        ReadSymp reading = new ReadSymp();
        List<VocabularyFile.Line> lines = file.lines();
        VocabularyFile.Line start = null;
        List<VocabularyFile.Line> stanza = new ArrayList<>();
        for (VocabularyFile.Line line : lines) {
            if (line.text().startsWith("[")) {
                reading.take(start, stanza);
                start = line;
                stanza = new ArrayList<>();
            } else {
                stanza.add(line);
            }
        }
        reading.take(start, stanza);
        if (reading.inOrder.isEmpty()) {
            throw new BrokenVocabularyException(file.name(), "at least one [Term]");
        }
        return reading.terms();
    }

    private void take(VocabularyFile.@Nullable Line start, List<VocabularyFile.Line> lines) {
        if (start == null || !start.text().strip().equals("[Term]")) {
            return;
        }
        String id = null;
        String name = null;
        boolean obsolete = false;
        List<String> parents = new ArrayList<>();
        List<String> synonyms = new ArrayList<>();
        for (VocabularyFile.Line line : lines) {
            int colon = line.text().indexOf(": ");
            if (colon < 0) {
                throw line.broken("a line 'tag: value'");
            }
            String value = line.text().substring(colon + 2).strip();
            switch (line.text().substring(0, colon)) {
                case "id" -> id = value;
                case "name" -> name = value;
                case "is_obsolete" -> obsolete = value.equals("true");
                case "is_a" -> parents.add(value.split(" ", 2)[0]);
                case "synonym" -> exactSynonym(line, value).ifPresent(synonyms::add);
                default -> {
                    // definitions, cross references and dates are not used
                }
            }
        }
        if (id == null || name == null) {
            throw start.broken("a [Term] with id and name");
        }
        if (!obsolete) {
            Stanza term = new Stanza(start, name, parents, synonyms);
            if (byId.put(id, term) != null) {
                throw start.broken("an id that is not taken, but " + id + " is");
            }
            inOrder.add(term);
        }
    }

    private static Optional<String> exactSynonym(VocabularyFile.Line line, String value) {
        Matcher matcher = SYNONYM.matcher(value);
        if (!matcher.matches()) {
            throw line.broken("synonym: \"words\" EXACT, BROAD, NARROW or RELATED");
        }
        return matcher.group(2).equals("EXACT") ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private List<SourceTerm> terms() {
        List<SourceTerm> terms = new ArrayList<>(inOrder.size());
        for (Stanza stanza : inOrder) {
            List<String> parents = new ArrayList<>();
            for (String id : stanza.parentIds) {
                Stanza parent = byId.get(id);
                if (parent == null) {
                    throw stanza.start.broken("is_a a term of this file that is not obsolete, but '%s' of '%s' is none"
                            .formatted(id, stanza.name));
                }
                parents.add(parent.name);
            }
            terms.add(new SourceTerm(stanza.name, List.copyOf(parents), List.copyOf(stanza.synonyms)));
        }
        return List.copyOf(terms);
    }
}
