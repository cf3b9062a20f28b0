package io.dripline.coding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes a report as people ruled, and the rest of it as ever. Deterministic and thread-safe.
 *
 * <p>A ruling applies where its words are whole clauses of the report, whatever the pipeline makes of them. It does not
 * apply where the report speaks of something else: to words that another clause denies ("no itch, flurb or rash"), and
 * to a piece of a phrase that means something only as a whole ("needles" of "pins and needles").
 */
public final class ApplyRulings {

    /** What may be left between two statements when one of them is taken out. */
    private static final String PARTING = ",;.:+&/|-\u2013\u2014";

    /** Reports are remembered for this many letters of them and of the words that they hold. */
    private static final long REMEMBERED = 5_000_000;

    /** Letters that the words of a report take beside themselves, and what it says beside its own. */
    private static final int BESIDE = 200;

    private final CodeWords coder;
    private final Vocabulary vocabulary;
    private final WordKeys keys;
    private final Map<WordKey, Ruled> rulings;
    private final Cache<String, RuledText> seen = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher(ApplyRulings::weight)
            .build();

    /**
     * @param keys make the keys of the rulings
     * @param rulings the current ruling about each words, never changed afterwards
     */
    public ApplyRulings(CodeWords coder, Vocabulary vocabulary, WordKeys keys, Map<WordKey, Ruled> rulings) {
        this.coder = coder;
        this.vocabulary = vocabulary;
        this.keys = keys;
        this.rulings = Map.copyOf(rulings);
    }

    /** What the words say. Never fails, as {@link CodeWords#code}. Equal words are read, and their keys made, once. */
    public RuledText code(String verbatim) {
        return seen.get(verbatim, this::read);
    }

    private static int weight(String verbatim, RuledText text) {
        return 2 * verbatim.length()
                + BESIDE
                + text.held().stream()
                        .mapToInt(held -> held.words().length() + BESIDE)
                        .sum();
    }

    private RuledText read(String verbatim) {
        LocatedResult unruled = coder.locate(verbatim);
        List<Span> whole = WholeClauses.of(
                verbatim,
                Stream.concat(unruled.events().stream(), unruled.dropped().stream())
                        .toList());
        Map<String, HeldWords> held = new LinkedHashMap<>();
        List<Match> candidates = new ArrayList<>();
        for (Span span : whole) {
            HeldWords words = hold(held, span.in(verbatim));
            Ruled ruled = words == null ? null : rulings.get(words.key());
            if (ruled != null) {
                candidates.add(new Match(span, ruled));
            }
        }
        List<Match> matches = candidates.isEmpty() ? List.of() : chosen(candidates, unruled, verbatim);
        LocatedResult ruled = matches.isEmpty() ? unruled : compose(unruled, matches, whole, verbatim);
        List<Match> all = withWhatStillAwaits(matches, ruled, verbatim);
        while (!all.equals(matches)) {
            matches = all;
            ruled = compose(unruled, matches, whole, verbatim);
            all = withWhatStillAwaits(matches, ruled, verbatim);
        }
        CodingResult result = ruled.result();
        result.events().forEach(event -> {
            if (event.awaitsReview()) {
                await(held, event.text());
            }
        });
        if (result.needsReview() && held.values().stream().noneMatch(HeldWords::awaiting)) {
            await(held, verbatim);
        }
        return new RuledText(result, List.copyOf(held.values()));
    }

    /**
     * What is left beside ruled words may have been ruled on too. It awaits review where it stands, so nothing denies it;
     * what it reaches around is ruled on by it.
     */
    private List<Match> withWhatStillAwaits(List<Match> matches, LocatedResult ruled, String verbatim) {
        List<Match> all = new ArrayList<>(matches);
        for (int i = 0; i < ruled.events().size(); i++) {
            Span place = ruled.events().get(i);
            Ruled about =
                    ruled.result().events().get(i).awaitsReview() ? rulings.get(keys.of(place.in(verbatim))) : null;
            if (about != null
                    && all.stream()
                            .map(Match::span)
                            .filter(place::overlaps)
                            .allMatch(span -> place.contains(span) && !span.equals(place))) {
                all.removeIf(match -> match.span().overlaps(place));
                all.add(new Match(place, about));
            }
        }
        all.sort(Comparator.comparingInt(match -> match.span().from()));
        return all;
    }

    /** Whether every term of a ruling can be coded with; if not it needs a revision. */
    public static boolean isCodable(Ruled ruled, Vocabulary vocabulary) {
        return ruled.terms().stream().allMatch(term -> categoryOf(term, vocabulary) != null);
    }

    private record Match(Span span, Ruled ruled) {}

    private record Located<T>(Span place, T what) {}

    private @Nullable HeldWords hold(Map<String, HeldWords> held, String text) {
        String words = NormalForm.of(text);
        return words.isEmpty() ? null : held.computeIfAbsent(words, w -> new HeldWords(keys.ofNormalForm(w), w, false));
    }

    private void await(Map<String, HeldWords> held, String text) {
        String words = NormalForm.of(text);
        if (!words.isEmpty()) {
            held.put(words, new HeldWords(keys.ofNormalForm(words), words, true));
        }
    }

    /** The longest first: who rules on more words knows more of what they say. */
    private List<Match> chosen(List<Match> candidates, LocatedResult unruled, String verbatim) {
        List<Match> chosen = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingInt((Match match) -> match.span().length())
                        .reversed())
                .filter(match ->
                        chosen.stream().noneMatch(earlier -> earlier.span().overlaps(match.span())))
                .filter(match -> !isDeniedElsewhere(match.span(), unruled, verbatim))
                .filter(match -> !isPieceOfPhrase(match.span(), unruled, verbatim))
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(match -> match.span().from()));
        return chosen;
    }

    /** Dropped where they stand, but not when they stand alone. */
    private boolean isDeniedElsewhere(Span words, LocatedResult unruled, String verbatim) {
        return unruled.dropped().stream().anyMatch(place -> place.contains(words))
                && !coder.code(words.in(verbatim)).events().isEmpty();
    }

    /** Coded as part of more words, with terms that are in neither part. */
    private boolean isPieceOfPhrase(Span words, LocatedResult unruled, String verbatim) {
        Set<String> terms = new HashSet<>();
        Span clause = words;
        for (int i = 0; i < unruled.events().size(); i++) {
            Coding coding = unruled.result().events().get(i).coding();
            Span place = unruled.events().get(i);
            if (coding != null && place.contains(words) && place.length() > words.length()) {
                terms.add(coding.term());
                clause = place;
            }
        }
        if (terms.isEmpty()) {
            return false;
        }
        terms.removeAll(termsOf(coder.code(words.in(verbatim))));
        terms.removeAll(termsOf(coder.code(masked(verbatim, List.of(words)).substring(clause.from(), clause.to()))));
        return !terms.isEmpty();
    }

    private static Set<String> termsOf(CodingResult result) {
        return result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .map(Coding::term)
                .collect(Collectors.toSet());
    }

    private LocatedResult compose(LocatedResult unruled, List<Match> matches, List<Span> whole, String verbatim) {
        List<Located<CodedText>> events = new ArrayList<>();
        List<Located<DroppedText>> dropped = new ArrayList<>();
        List<Span> ruledOn = matches.stream().map(Match::span).toList();
        Set<String> terms = new HashSet<>();
        for (Match match : matches) {
            Span place = match.span();
            String text = place.in(verbatim);
            if (match.ruled().terms().isEmpty()) {
                dropped.add(new Located<>(place, new DroppedText(text, DropReason.RULED)));
            }
            boolean anyVanished = false;
            for (String term : match.ruled().terms()) {
                Category category = categoryOf(term, vocabulary);
                anyVanished |= category == null;
                if (category != null && terms.add(term)) {
                    Coding coding = new Coding(
                            term, category, CodingMethod.RULING, match.ruled().name(), 1, vocabulary.version());
                    events.add(new Located<>(place, new CodedText(text, vocabulary.complete(coding), List.of())));
                }
            }
            if (anyVanished) {
                events.add(new Located<>(place, new CodedText(text, null, candidatesOf(text))));
            }
        }
        if (whole.stream().anyMatch(span -> ruledOn.stream().noneMatch(span::overlaps))) {
            LocatedResult rest = coder.locate(masked(verbatim, ruledOn));
            for (int i = 0; i < rest.events().size(); i++) {
                CodedText event = rest.result().events().get(i);
                Span place = unmasked(rest.events().get(i), ruledOn, verbatim);
                boolean isNew = event.coding() == null
                        ? saidSomethingBefore(place, unruled)
                        : terms.add(event.coding().term());
                if (isNew) {
                    events.add(new Located<>(
                            place, new CodedText(place.in(verbatim), event.coding(), event.candidates())));
                }
            }
            for (int i = 0; i < rest.dropped().size(); i++) {
                Span place = unmasked(rest.dropped().get(i), ruledOn, verbatim);
                dropped.add(new Located<>(
                        place,
                        new DroppedText(
                                place.in(verbatim),
                                rest.result().dropped().get(i).reason())));
            }
        }
        events.sort(Comparator.comparingInt(event -> event.place().from()));
        dropped.sort(Comparator.comparingInt(text -> text.place().from()));
        List<CodedText> found = events.stream().map(Located::what).toList();
        return new LocatedResult(
                new CodingResult(
                        found,
                        dropped.stream().map(Located::what).toList(),
                        found.stream().anyMatch(CodedText::awaitsReview),
                        unruled.result().vocabulary()),
                events.stream().map(Located::place).toList(),
                dropped.stream().map(Located::place).toList());
    }

    /** Nothing but "after bolus" is left: a text that says nothing awaits review, a clause that says nothing does not. */
    private static boolean saidSomethingBefore(Span place, LocatedResult unruled) {
        return place.length() > 0
                && Stream.concat(unruled.events().stream(), unruled.dropped().stream())
                        .anyMatch(place::overlaps);
    }

    /** What was read around masked words, without those at its ends and what parts it from them. */
    private static Span unmasked(Span place, List<Span> ruledOn, String verbatim) {
        int from = place.from();
        int to = place.to();
        for (boolean touches = false; from < to; from++) {
            boolean isRuledOn = isIn(ruledOn, from);
            touches |= isRuledOn;
            if (!isRuledOn && !isGap(verbatim.charAt(from), touches)) {
                break;
            }
        }
        for (boolean touches = false; from < to; to--) {
            boolean isRuledOn = isIn(ruledOn, to - 1);
            touches |= isRuledOn;
            if (!isRuledOn && !isGap(verbatim.charAt(to - 1), touches)) {
                break;
            }
        }
        return new Span(from, to);
    }

    private static boolean isIn(List<Span> ruledOn, int at) {
        return ruledOn.stream().anyMatch(span -> span.from() <= at && at < span.to());
    }

    private static boolean isGap(char letter, boolean touches) {
        return Character.isWhitespace(letter) || touches && PARTING.indexOf(letter) >= 0;
    }

    private List<Candidate> candidatesOf(String text) {
        return coder.code(text).events().stream()
                .flatMap(event -> event.candidates().stream())
                .toList();
    }

    private static @Nullable Category categoryOf(String term, Vocabulary vocabulary) {
        return vocabulary.find(term).map(Term::category).orElse(null);
    }

    /** The report with commas where the words were: they part clauses and stop no negation, and every place stays. */
    private static String masked(String report, List<Span> spans) {
        StringBuilder masked = new StringBuilder(report);
        spans.forEach(span -> {
            for (int i = span.from(); i < span.to(); i++) {
                masked.setCharAt(i, i == span.from() ? ',' : ' ');
            }
        });
        return masked.toString();
    }
}
