package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.MeddraTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins a licensee's terms with the open vocabularies. A wording that both have stays the open one's, with its category,
 * so that counts remain comparable between installations; a preferred term whose name is such a wording brings its
 * other wordings to that term. What is left belongs where most of its own wordings belong, else where {@link ClassPlace}
 * puts its class: one of the five systems holds all of it; where it is OTHER, the policy's words about places come first.
 */
final class AddLicensedTerms {

    private static final CategoryPolicy.Names NOWHERE = new CategoryPolicy.Names(List.of(), Map.of());

    private record Wording(String text, List<Word> words, String key) {}

    private record Read(MeddraTerm meddra, Wording name, List<Wording> others) {

        Stream<Wording> all() {
            return Stream.concat(Stream.of(name), others.stream());
        }
    }

    private final NavigableMap<String, Term> terms;
    private final OpenWordings own;
    private final Wordings wordings;
    private final ReadWording reading;
    private final CategoryPolicy policy;
    /** One object a word, however many wordings have it. */
    private final Map<Word, Word> words = new HashMap<>();

    private final Map<String, FindMeddra.Listed> byText = new HashMap<>();

    AddLicensedTerms(
            NavigableMap<String, Term> terms,
            OpenWordings own,
            Wordings wordings,
            ReadWording reading,
            CategoryPolicy policy) {
        this.terms = terms;
        this.own = own;
        this.wordings = wordings;
        this.reading = reading;
        this.policy = policy;
    }

    FindMeddra add(LicensedVocabulary licensed) {
        List<Read> read = licensed.terms().stream().map(this::read).toList();
        Map<Integer, ClassPlace> places = places(read, licensed.stated());
        Map<String, FindMeddra.Listed> byStems = byStems(read);
        Map<String, MeddraTerm> byTerm = byOwnTerm(read);
        for (Read each : read) {
            Term term = ownTerm(each.name)
                    .orElseGet(() -> newTerm(each, Objects.requireNonNull(places.get(each.meddra.socCode())), byTerm));
            each.all().forEach(wording -> addWording(term, each.meddra, wording));
        }
        return new FindMeddra(reading, byText, byStems, byTerm, List.copyOf(places.values()));
    }

    private Read read(LicensedTerm licensed) {
        String name = licensed.term().pt();
        return new Read(
                licensed.term(),
                read(name),
                licensed.wordings().stream()
                        .filter(wording -> !wording.equals(name))
                        .map(this::read)
                        .toList());
    }

    private Wording read(String text) {
        List<Word> read = reading.words(text).stream()
                .map(word -> words.computeIfAbsent(word, same -> same))
                .toList();
        return new Wording(text, read, BuildVocabulary.key(read));
    }

    private Map<Integer, ClassPlace> places(List<Read> read, Map<Integer, Optional<Category>> stated) {
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, List<@Nullable Category>> categories = new HashMap<>();
        for (Read each : read) {
            names.put(each.meddra.socCode(), each.meddra.soc());
            categories
                    .computeIfAbsent(each.meddra.socCode(), code -> new ArrayList<>())
                    .add(knownCategory(each));
        }
        Map<Integer, ClassPlace> places = new TreeMap<>();
        names.forEach((code, name) -> {
            List<@Nullable Category> known = Objects.requireNonNull(categories.get(code));
            Optional<Category> said = stated.get(code);
            places.put(
                    code,
                    said == null
                            ? ClassPlace.decided(code, name, known)
                            : ClassPlace.stated(code, name, said.orElse(null), known));
        });
        return places;
    }

    /** By its name, else by what more than half of its known wordings say. */
    private @Nullable Category knownCategory(Read read) {
        Optional<Term> named = ownTerm(read.name);
        if (named.isPresent()) {
            return named.get().category();
        }
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        int known = 0;
        for (Wording wording : read.others) {
            Category category = ownTerm(wording).map(Term::category).orElse(null);
            if (category != null) {
                counts.merge(category, 1, Integer::sum);
                known++;
            }
        }
        for (Map.Entry<Category, Integer> count : counts.entrySet()) {
            if (2 * count.getValue() > known) {
                return count.getKey();
            }
        }
        return null;
    }

    private Optional<Term> ownTerm(Wording wording) {
        return own.idOf(wording.key).map(terms::get);
    }

    /** Names come first: they are what MedDRA itself prefers. */
    private Map<String, FindMeddra.Listed> byStems(List<Read> read) {
        Map<String, FindMeddra.Listed> byStems = new HashMap<>();
        read.forEach(each -> list(each.name, each.meddra, byStems));
        read.forEach(each -> each.others.forEach(wording -> list(wording, each.meddra, byStems)));
        return byStems;
    }

    private void list(Wording wording, MeddraTerm meddra, Map<String, FindMeddra.Listed> byStems) {
        own.idOf(wording.key).ifPresent(id -> byStems.putIfAbsent(wording.key, new FindMeddra.Listed(id, meddra)));
    }

    /**
     * An open term is the preferred term that has its name; else, of those whose names are wordings of it, the one with
     * which it has most wordings in common. Another wording in common says nothing about the rest of a term.
     */
    private Map<String, MeddraTerm> byOwnTerm(List<Read> read) {
        Map<String, Map<MeddraTerm, Long>> common = new HashMap<>();
        for (Read each : read) {
            ownTerm(each.name)
                    .ifPresent(term -> common.computeIfAbsent(term.id(), id -> new HashMap<>())
                            .put(each.meddra, isNameOf(term, each.name) ? Long.MAX_VALUE : inCommon(term, each)));
        }
        Map<String, MeddraTerm> byTerm = new HashMap<>();
        common.forEach((id, counts) -> counts.entrySet().stream()
                .max(Map.Entry.<MeddraTerm, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(
                                Comparator.comparingInt(MeddraTerm::ptCode).reversed())))
                .ifPresent(most -> byTerm.put(id, most.getKey())));
        return byTerm;
    }

    private long inCommon(Term term, Read read) {
        return read.all()
                .filter(wording ->
                        own.idOf(wording.key).filter(term.id()::equals).isPresent())
                .count();
    }

    private boolean isNameOf(Term term, Wording wording) {
        return BuildVocabulary.key(reading.words(term.name())).equals(wording.key);
    }

    private Term newTerm(Read read, ClassPlace place, Map<String, MeddraTerm> byTerm) {
        String id = newId(read.meddra);
        Category known = knownCategory(read);
        Term term = new Term(id, read.meddra.pt(), known == null ? categoryIn(place, id) : known, Term.Source.MEDDRA);
        terms.put(id, term);
        byTerm.put(id, read.meddra);
        return term;
    }

    private String newId(MeddraTerm meddra) {
        String id = BuildVocabulary.idOf(WordForms.plain(meddra.pt()));
        if (id.isEmpty()) {
            return "meddra-" + meddra.ptCode();
        }
        return terms.containsKey(id) ? id + "-" + meddra.ptCode() : id;
    }

    private @Nullable Category categoryIn(ClassPlace place, String id) {
        if (place.isSystem() || place.category() == null) {
            return place.category();
        }
        Category byWords = policy.categoryOf(id, NOWHERE, NOWHERE);
        return byWords == null ? place.category() : byWords;
    }

    /** A denial, a normal finding and the name of a measurement are no events, whatever list they are in. */
    private void addWording(Term term, MeddraTerm meddra, Wording wording) {
        Category category = term.category();
        if (wording.words.isEmpty() || own.hold(wording.key)) {
            return;
        }
        if (category == null || own.quantities().contains(wording.key) || statesNoEvent(wording.words)) {
            wordings.know(wording.words);
        } else if (holds(wording.words, (cue, from, to) -> cue == Meaning.Cue.NORMAL)) {
            wordings.ask(wording.words);
        } else {
            wordings.addLicensed(new Meaning.Entry(
                    List.of(new Meaning.CodeableTerm(term.id(), category)),
                    wording.text,
                    Meaning.Kind.MEDDRA,
                    wording.words,
                    false));
            byText.putIfAbsent(wording.text, new FindMeddra.Listed(term.id(), meddra));
        }
    }

    private boolean statesNoEvent(List<Word> words) {
        boolean isCue = wordings.phrases().at(words.stream().map(Word::stem).toList()).stream()
                .anyMatch(Meaning.Signal.class::isInstance);
        return isCue
                || holds(words, (cue, from, to) -> switch (cue) {
                    case NO, DENIAL, ABSENT, PREVENTION, HISTORICAL -> true;
                    case NORMAL -> to == words.size() || endsWithQuantity(words.subList(0, from));
                    default -> false;
                });
    }

    private boolean endsWithQuantity(List<Word> words) {
        return IntStream.range(0, words.size())
                .anyMatch(from -> own.quantities().contains(BuildVocabulary.key(words.subList(from, words.size()))));
    }

    /** What a cue in a wording, from one word to before another, says. */
    private interface CueTest {
        boolean test(Meaning.Cue cue, int from, int to);
    }

    private boolean holds(List<Word> words, CueTest test) {
        for (int from = 0; from < words.size(); from++) {
            Phrases.@Nullable Node node = wordings.phrases().root();
            for (int to = from + 1; to <= words.size() && node != null; to++) {
                node = node.after(words.get(to - 1).stem());
                if (node != null && isCue(node, words, from, to, test)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCue(Phrases.Node node, List<Word> words, int from, int to, CueTest test) {
        return node.meanings().stream()
                .anyMatch(meaning -> meaning instanceof Meaning.Signal signal
                        && signal.accepts(words.subList(from, to))
                        && test.test(signal.cue(), from, to));
    }
}
