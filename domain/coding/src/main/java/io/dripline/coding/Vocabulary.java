package io.dripline.coding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The terms that words are coded with, and every wording that leads to them: the project's own lexicon, the Ontology
 * of Adverse Events and the Symptom Ontology. Immutable.
 */
public final class Vocabulary {

    private static final String VERSION = "2026.11.1";

    private final String version;
    private final NavigableMap<String, Term> terms;
    private final WordForms forms;
    private final Wordings wordings;

    Vocabulary(String version, NavigableMap<String, Term> terms, WordForms forms, Wordings wordings) {
        this.version = version;
        this.terms = terms;
        this.forms = forms;
        this.wordings = wordings;
    }

    /**
     * The vocabulary that ships with this build; reads about 6,000 terms, so make it once.
     *
     * @throws BrokenVocabularyException a file cannot be used; names file, line and what was expected
     */
    public static Vocabulary standard() {
        return BuildVocabulary.from(
                VERSION,
                new BuildVocabulary.Files(
                        VocabularyFile.shipped("word-forms.tsv"),
                        VocabularyFile.shipped("cues.tsv"),
                        VocabularyFile.shipped("lexicon.tsv"),
                        VocabularyFile.shipped("oae.tsv"),
                        VocabularyFile.shipped("symp.obo"),
                        VocabularyFile.shipped("categories.tsv")));
    }

    /** E.g. {@code 2026.11}; changes whenever the coding of some words may change. */
    public String version() {
        return version;
    }

    /** All terms in the order of their ids, with those that the policy does not place. */
    public Collection<Term> terms() {
        return terms.values();
    }

    public Optional<Term> find(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    /** Terms whose name or id begins like the query, in the order of their ids, at most {@code limit}. */
    public List<Term> startingWith(String query, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: expected 1 or more, found " + limit);
        }
        String start = query.strip().toLowerCase(Locale.ROOT);
        String idStart = start.replaceAll("[^a-z0-9]+", "-");
        return terms.values().stream()
                .filter(term -> term.id().startsWith(idStart)
                        || term.name().toLowerCase(Locale.ROOT).startsWith(start))
                .limit(limit)
                .toList();
    }

    WordForms forms() {
        return forms;
    }

    Wordings wordings() {
        return wordings;
    }
}
