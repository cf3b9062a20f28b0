package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a term belongs, by {@code categories.tsv}: a line for the term itself; else the nearest broader term with a
 * line, first of OAE, then of SYMP; else a word in its name; else the nearest broader term whose line says only
 * what kind of thing it is (an infection, an injury), not where. A term that no line reaches is coded as nothing.
 */
final class CategoryPolicy {

    enum Rule {
        TERM,
        OAE,
        SYMP,
        /** The id has a word that begins like this (a hyphen at the end: the whole word); the first line that fits wins. */
        WORD,
        OAE_KIND,
        SYMP_KIND
    }

    /** NONE: a term that names no event, or one too vague to be placed. */
    private record Decision(
            VocabularyFile.Line line, @Nullable Category category) {}

    private final Map<Rule, Map<String, Decision>> decisions = new HashMap<>();

    private CategoryPolicy() {}

    /** Lines {@code rule TAB term TAB category or NONE TAB reason}. */
    static CategoryPolicy read(VocabularyFile file) {
        CategoryPolicy policy = new CategoryPolicy();
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("rule", "term", "category", "reason");
            Category category = columns[2].equals("NONE") ? null : line.constant(Category.class, columns[2]);
            Map<String, Decision> ofRule =
                    policy.decisions.computeIfAbsent(line.constant(Rule.class, columns[0]), r -> new LinkedHashMap<>());
            if (ofRule.put(columns[1], new Decision(line, category)) != null) {
                throw line.broken("one line for '%s'".formatted(columns[1]));
            }
        }
        return policy;
    }

    /** Every line must name something that exists: a typing error would move terms in silence. */
    void check(Rule rule, Set<String> names) {
        of(rule).forEach((name, decision) -> {
            if (!names.contains(name)) {
                throw decision.line.broken("a term that %s has".formatted(rule));
            }
        });
    }

    /**
     * The category of a term, or null.
     *
     * @param oae its name in OAE and all terms of OAE, if it has one; likewise symp
     */
    @Nullable
    Category categoryOf(String id, Names oae, Names symp) {
        return Optional.ofNullable(of(Rule.TERM).get(id))
                .or(() -> nearest(Rule.OAE, oae))
                .or(() -> nearest(Rule.SYMP, symp))
                .or(() -> byWord(id))
                .or(() -> nearest(Rule.OAE_KIND, oae))
                .or(() -> nearest(Rule.SYMP_KIND, symp))
                .map(Decision::category)
                .orElse(null);
    }

    /** The names that a term has in one source, and that source's terms by name. */
    record Names(List<String> own, Map<String, SourceTerm> all) {}

    private Optional<Decision> byWord(String id) {
        String words = "-" + id + "-";
        return of(Rule.WORD).entrySet().stream()
                .filter(entry -> isWordIn(words, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isWordIn(String words, String word) {
        int at = words.indexOf(word);
        while (at > 0 && words.charAt(at - 1) != '-') {
            at = words.indexOf(word, at + 1);
        }
        return at > 0;
    }

    /** Breadth first, so that the nearest line decides; parents may form circles. */
    private Optional<Decision> nearest(Rule rule, Names names) {
        Deque<String> waiting = new ArrayDeque<>(names.own());
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            String name = waiting.removeFirst();
            SourceTerm term = names.all().get(name);
            if (!seen.add(name) || term == null) {
                continue;
            }
            Decision decision = of(rule).get(name);
            if (decision != null) {
                return Optional.of(decision);
            }
            waiting.addAll(term.parents());
        }
        return Optional.empty();
    }

    private Map<String, Decision> of(Rule rule) {
        return decisions.getOrDefault(rule, Map.of());
    }
}
