package io.dripline.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every wording of every term, and the cues, to be found by their words. Filled once, then only read. */
final class Wordings {

    /** Words as common as "disorder" make no candidate. */
    private static final int COMMON = 300;

    private static final int WORDS_COMPARED = 30;

    private final Set<Meaning.Entry> entries = new HashSet<>();
    private final Set<Meaning.Entry> families = new HashSet<>();
    private final Phrases phrases = new Phrases();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> degrees = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Map<String, List<Meaning.Entry>> byStem = new HashMap<>();
    private volatile @Nullable Map<String, List<Meaning.Entry>> byRarest;
    private final CorrectSpelling spelling = new CorrectSpelling();
    private FindMeddra meddra = FindMeddra.NONE;

    void addSilent(Word word) {
        silent.add(word.plain());
        spelling.learn(word);
    }

    void addDegree(Word word) {
        addSilent(word);
        degrees.add(word.plain());
    }

    boolean isDegree(Word word) {
        return degrees.contains(word.plain());
    }

    void add(Meaning.Cue cue, List<Word> words) {
        phrases.add(stemsOf(words), new Meaning.Signal(cue, words));
        words.forEach(spelling::learn);
    }

    /** Words of terms that cannot be coded: they are no misspellings, and they do not go unnoticed. */
    void learn(List<Word> words) {
        words.forEach(spelling::learn);
        stems.addAll(stemsOf(words));
    }

    /** Common words that are no misspellings of the vocabulary's. */
    void leave(List<Word> words) {
        words.forEach(spelling::know);
    }

    void learnForm(Word word) {
        spelling.learn(word);
    }

    /** Words of a licensee's terms are no misspellings; nothing is corrected to them, so that own words are found as without. */
    void know(List<Word> words) {
        words.forEach(spelling::know);
        stems.addAll(stemsOf(words));
    }

    void set(FindMeddra meddra) {
        this.meddra = meddra;
    }

    FindMeddra meddra() {
        return meddra;
    }

    /** A licensee's wording is found by its words, but is no candidate: eighty thousand would hide the others. */
    void addLicensed(Meaning.Entry entry) {
        phrases.add(stemsOf(entry.words()), entry);
        know(entry.words());
    }

    /** Words of a licensee that only a person can judge, though one of them is a cue. */
    void ask(List<Word> words) {
        phrases.add(stemsOf(words), new Meaning.Question(words));
        know(words);
    }

    void add(Meaning.Entry entry) {
        if (!entries.add(entry)) {
            return;
        }
        List<String> entryStems = stemsOf(entry.words());
        phrases.add(entryStems, entry);
        entry.words().forEach(spelling::learn);
        stems.addAll(entryStems);
        for (String stem : new TreeSet<>(entryStems)) {
            byStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(entry);
        }
    }

    /** A wording that rules read and nothing is learned from or compared with: thousands of one term would outweigh the others. */
    void addFamily(Meaning.Entry entry) {
        if (entries.contains(entry) || !families.add(entry)) {
            return;
        }
        phrases.add(stemsOf(entry.words()), entry);
        entry.words().forEach(spelling::learn);
        stems.addAll(stemsOf(entry.words()));
    }

    /** Every wording of every term that the policy places, in the order of term and wording. */
    List<Phrase> labelled() {
        return entries.stream()
                .filter(entry -> entry.terms().size() == 1)
                .map(entry -> new Phrase(
                        entry.terms().getFirst().id(), entry.terms().getFirst().category(), entry.text()))
                .distinct()
                .sorted(Comparator.comparing(Phrase::term).thenComparing(Phrase::text))
                .toList();
    }

    Phrases phrases() {
        return phrases;
    }

    boolean isSilent(Word word) {
        return silent.contains(word.plain());
    }

    /** Whether some wording has this word. */
    boolean knows(Word word) {
        return stems.contains(word.stem());
    }

    Word corrected(Word word) {
        return spelling.correct(word);
    }

    /** The wordings of several words, none of them to the letter, among which this one is the rarest. */
    List<Meaning.Entry> rarestIs(String stem) {
        return byRarest().getOrDefault(stem, List.of());
    }

    private Map<String, List<Meaning.Entry>> byRarest() {
        Map<String, List<Meaning.Entry>> index = byRarest;
        if (index == null) {
            index = new HashMap<>();
            for (Meaning.Entry entry :
                    Stream.concat(entries.stream(), families.stream()).toList()) {
                Set<String> set = new TreeSet<>(stemsOf(entry.words()));
                if (set.size() > 1 && !entry.toTheLetter()) {
                    String rarest = set.stream()
                            .min(Comparator.comparingInt((String stem) ->
                                            byStem.getOrDefault(stem, List.of()).size())
                                    .thenComparing(stem -> stem))
                            .orElseThrow();
                    index.computeIfAbsent(rarest, s -> new ArrayList<>()).add(entry);
                }
            }
            byRarest = index;
        }
        return index;
    }

    /** The terms that share most words with these, best first; the confidence is the share of words in common. */
    List<Candidate> nearest(Set<String> words, int limit) {
        Map<Meaning.Entry, Integer> common = new LinkedHashMap<>();
        words.stream().limit(WORDS_COMPARED).forEach(word -> {
            List<Meaning.Entry> entries = byStem.getOrDefault(word, List.of());
            if (entries.size() <= COMMON) {
                entries.forEach(entry -> common.merge(entry, 1, Integer::sum));
            }
        });
        Map<String, Candidate> best = new LinkedHashMap<>();
        common.entrySet().stream()
                .flatMap(entry -> candidates(entry.getKey(), share(entry.getKey(), entry.getValue(), words)))
                .sorted(Comparator.comparingDouble(Candidate::confidence)
                        .reversed()
                        .thenComparing(Candidate::matched)
                        .thenComparing(Candidate::term))
                .forEach(candidate -> best.putIfAbsent(candidate.term(), candidate));
        return best.values().stream().limit(limit).toList();
    }

    /** Words in common, of all words of both. */
    private static double share(Meaning.Entry entry, int common, Set<String> words) {
        return (double) common / Math.max(1, words.size() + entry.words().size() - common);
    }

    /** The terms of a wording as candidates. */
    static Stream<Candidate> candidates(Meaning.Entry entry, double share) {
        double confidence = Math.min(1, Math.round(100 * share) / 100.0);
        return entry.terms().stream().map(term -> new Candidate(term.id(), term.category(), entry.text(), confidence));
    }

    private static List<String> stemsOf(List<Word> words) {
        return words.stream().map(Word::stem).toList();
    }
}
