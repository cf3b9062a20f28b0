package io.dripline.contracts.incidence;

import io.dripline.contracts.coding.Category;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be counted: ANY, SERIOUS, each category, each term, and named unions of terms, because the literature
 * prints unions and a union cannot be recovered from counts of its parts.
 */
public final class Measures {

    public static final String ANY = "ANY";
    public static final String SERIOUS = "SERIOUS";

    private final Map<String, DefinedMeasure> defined;
    private final Map<String, List<String>> unionsByTerm;

    private Measures(Collection<DefinedMeasure> measures) {
        defined = new LinkedHashMap<>();
        Map<String, List<String>> byTerm = new LinkedHashMap<>();
        for (DefinedMeasure measure : measures) {
            if (defined.put(measure.id(), measure) != null) {
                throw new IllegalArgumentException("measure defined twice: " + measure.id());
            }
            for (String term : measure.terms()) {
                byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(measure.id());
            }
        }
        unionsByTerm = byTerm;
    }

    /** A catalogue of the given unions. */
    public static Measures of(Collection<DefinedMeasure> measures) {
        return new Measures(measures);
    }

    /** The catalogue that ships with this build, {@code measures.tsv}. */
    public static Measures standard() {
        try (InputStream in = Measures.class.getResourceAsStream("measures.tsv")) {
            if (in == null) {
                throw new IllegalStateException("measures.tsv is missing from the contracts");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines {@code id TAB version TAB name TAB term,term}; blank lines and those that start with # are skipped. */
    static Measures parse(List<String> lines) {
        List<DefinedMeasure> measures = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length != 4) {
                throw new IllegalArgumentException(
                        "measures.tsv line %d: expected id, version, name and terms, found %d columns"
                                .formatted(i + 1, columns.length));
            }
            measures.add(new DefinedMeasure(
                    columns[0], Integer.parseInt(columns[1]), columns[2], List.of(columns[3].split(","))));
        }
        return new Measures(measures);
    }

    /** The measures that a coded term counts for: ANY, its category, itself, and every union that holds it. */
    public Set<String> of(Category category, String term) {
        Set<String> measures = new LinkedHashSet<>();
        add(category, term, measures);
        return measures;
    }

    /** Adds them to {@code measures}. */
    public void add(Category category, String term, Set<String> measures) {
        measures.add(ANY);
        measures.add(category.name());
        measures.add(term);
        measures.addAll(unionsByTerm.getOrDefault(term, List.of()));
    }

    /** The named unions, in the order of the file. */
    public Collection<DefinedMeasure> defined() {
        return List.copyOf(defined.values());
    }
}
