package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms that words are coded with, and every wording that leads to them: the project's own lexicon, the Ontology
 * of Adverse Events and the Symptom Ontology, and what an installation is licensed to add. Immutable.
 */
public final class Vocabulary {

    private static final String VERSION = "2026.11.12";

    private final String version;
    private final NavigableMap<String, Term> terms;
    private final WordForms forms;
    private final Wordings open;
    private final Wordings wordings;
    private final ReadMeasurements measurements;
    private final Treated treated;

    Vocabulary(
            String version,
            NavigableMap<String, Term> terms,
            WordForms forms,
            Wordings open,
            Wordings wordings,
            ReadMeasurements measurements,
            Treated treated) {
        this.version = version;
        this.terms = terms;
        this.forms = forms;
        this.open = open;
        this.wordings = wordings;
        this.measurements = measurements;
        this.treated = treated;
    }

    /**
     * The vocabulary that ships with this build; reads about 6,000 terms, so make it once.
     *
     * @throws BrokenVocabularyException a file cannot be used; names file, line and what was expected
     */
    public static Vocabulary standard() {
        return standard(VERSION, null);
    }

    /**
     * The same, joined with what an installation is licensed to use; the version names both.
     *
     * @throws BrokenVocabularyException a file cannot be used; names file, line and what was expected
     */
    public static Vocabulary with(LicensedVocabulary licensed) {
        return standard(VERSION + "+" + licensed.version(), licensed);
    }

    private static Vocabulary standard(String version, @Nullable LicensedVocabulary licensed) {
        return BuildVocabulary.from(
                version,
                new BuildVocabulary.Files(
                        VocabularyFile.shipped("word-forms.tsv"),
                        VocabularyFile.shipped("cues.tsv"),
                        VocabularyFile.shipped("lexicon.tsv"),
                        VocabularyFile.shipped("families.tsv"),
                        VocabularyFile.shipped("oae.tsv"),
                        VocabularyFile.shipped("symp.obo"),
                        VocabularyFile.shipped("categories.tsv"),
                        VocabularyFile.shipped("limits.tsv"),
                        VocabularyFile.shipped("right-words.tsv"),
                        VocabularyFile.shipped("treated.tsv")),
                licensed);
    }

    /** Of what ships with this build; a licence adds to words and terms, not to rules and cues. */
    public static String openVersion() {
        return VERSION;
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

    /** Where the classes of a licensed vocabulary belong, in the order of their codes; empty without one. */
    public List<ClassPlace> classPlaces() {
        return wordings.meddra().places();
    }

    /** The coding with what it is in MedDRA; unchanged where MedDRA has no such term or is not configured. */
    Coding complete(Coding coding) {
        return wordings.meddra().complete(coding);
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

    /**
     * Every wording that names one term which the policy places, in the order of terms and wordings: what near words
     * are compared with.
     */
    public List<Phrase> phrases() {
        return wordings.labelled();
    }

    /**
     * What patients wrote about other medicines (PsyTAR), with the category alone; reads the file anew.
     *
     * @throws BrokenVocabularyException the file cannot be used; names file, line and what was expected
     */
    public static List<LayPhrase> layPhrases() {
        return ReadLayPhrases.read(VocabularyFile.shipped("psytar.tsv"));
    }

    /**
     * The project's own list of how people speak of effects that PsyTAR seldom has; reads the file anew.
     *
     * @throws BrokenVocabularyException the file cannot be used; names file, line and what was expected
     */
    public static List<LayPhrase> plainWords() {
        return ReadLayPhrases.readPlainWords(VocabularyFile.shipped("plain-words.tsv"));
    }

    WordForms forms() {
        return forms;
    }

    /** Of the open vocabularies alone; without a licence the same as {@link #wordings()}. */
    Wordings openWordings() {
        return open;
    }

    Wordings wordings() {
        return wordings;
    }

    /** What the infusions are given for. */
    Treated treated() {
        return treated;
    }

    ReadMeasurements measurements() {
        return measurements;
    }
}
