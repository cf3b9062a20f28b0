package io.dripline.coding;

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
import org.jspecify.annotations.Nullable;

/**
 * Codes a report as people ruled, and the rest of it as ever. Deterministic and thread-safe.
 *
 * <p>A ruling applies where its words are whole clauses of the report, whatever the pipeline makes of them. It does not
 * apply where the report speaks of something else: to words that another clause denies ("no itch, flurb or rash"), and
 * to a piece of a phrase that means something only as a whole ("needles" of "pins and needles").
 */
public final class ApplyRulings {

    private final CodeWords coder;
    private final Vocabulary vocabulary;
    private final Map<WordKey, Ruled> rulings;

    /** @param rulings the current ruling about each words, never changed afterwards */
    public ApplyRulings(CodeWords coder, Vocabulary vocabulary, Map<WordKey, Ruled> rulings) {
        this.coder = coder;
        this.vocabulary = vocabulary;
        this.rulings = Map.copyOf(rulings);
    }

    /** What the words say. Never fails, as {@link CodeWords#code}. */
    public RuledText code(String verbatim) {
        CodingResult unruled = coder.code(verbatim);
        List<Span> places = placesOf(unruled, verbatim);
        List<Span> whole = WholeClauses.of(verbatim, places);
        Map<String, HeldWords> held = new LinkedHashMap<>();
        List<Match> candidates = new ArrayList<>();
        for (Span span : whole) {
            HeldWords words = hold(held, span.in(verbatim));
            Ruled ruled = words == null ? null : rulings.get(words.key());
            if (ruled != null) {
                candidates.add(new Match(span, ruled));
            }
        }
        List<Match> matches = candidates.isEmpty() ? List.of() : chosen(candidates, unruled, places, verbatim);
        CodingResult result = matches.isEmpty() ? unruled : compose(unruled, matches, whole, verbatim);
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

    /** Whether every term of a ruling can be coded with; if not it needs a revision. */
    public static boolean isCodable(Ruled ruled, Vocabulary vocabulary) {
        return ruled.terms().stream().allMatch(term -> categoryOf(term, vocabulary) != null);
    }

    private record Match(Span span, Ruled ruled) {}

    private static @Nullable HeldWords hold(Map<String, HeldWords> held, String text) {
        String words = NormalForm.of(text);
        return words.isEmpty()
                ? null
                : held.computeIfAbsent(words, w -> new HeldWords(WordKey.ofNormalForm(w), w, false));
    }

    private static void await(Map<String, HeldWords> held, String text) {
        String words = NormalForm.of(text);
        if (!words.isEmpty()) {
            held.put(words, new HeldWords(WordKey.ofNormalForm(words), words, true));
        }
    }

    /** The longest first: who rules on more words knows more of what they say. */
    private List<Match> chosen(List<Match> candidates, CodingResult unruled, List<Span> places, String verbatim) {
        List<Match> chosen = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingInt((Match match) -> match.span().length())
                        .reversed())
                .filter(match ->
                        chosen.stream().noneMatch(earlier -> earlier.span().overlaps(match.span())))
                .filter(match -> !isDeniedElsewhere(match.span(), unruled, places, verbatim))
                .filter(match -> !isPieceOfPhrase(match.span(), unruled, places, verbatim))
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(match -> match.span().from()));
        return chosen;
    }

    /** Dropped where they stand, but not when they stand alone. */
    private boolean isDeniedElsewhere(Span words, CodingResult unruled, List<Span> places, String verbatim) {
        for (int i = 0; i < unruled.dropped().size(); i++) {
            if (places.get(unruled.events().size() + i).contains(words)) {
                return !coder.code(words.in(verbatim)).events().isEmpty();
            }
        }
        return false;
    }

    /** Coded as part of more words, with terms that are in neither part. */
    private boolean isPieceOfPhrase(Span words, CodingResult unruled, List<Span> places, String verbatim) {
        Set<String> terms = new HashSet<>();
        Span clause = words;
        for (int i = 0; i < unruled.events().size(); i++) {
            Coding coding = unruled.events().get(i).coding();
            Span place = places.get(i);
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

    private CodingResult compose(CodingResult unruled, List<Match> matches, List<Span> whole, String verbatim) {
        List<CodedText> events = new ArrayList<>();
        List<DroppedText> dropped = new ArrayList<>();
        List<Span> ruledOn = matches.stream().map(Match::span).toList();
        Set<String> terms = new HashSet<>();
        for (Match match : matches) {
            String text = match.span().in(verbatim);
            if (match.ruled().terms().isEmpty()) {
                dropped.add(new DroppedText(text, DropReason.RULED));
            }
            boolean anyVanished = false;
            for (String term : match.ruled().terms()) {
                Category category = categoryOf(term, vocabulary);
                anyVanished |= category == null;
                if (category != null && terms.add(term)) {
                    events.add(new CodedText(
                            text,
                            vocabulary.complete(new Coding(
                                    term,
                                    category,
                                    CodingMethod.RULING,
                                    match.ruled().name(),
                                    1,
                                    vocabulary.version())),
                            List.of()));
                }
            }
            if (anyVanished) {
                events.add(new CodedText(text, null, candidatesOf(text)));
            }
        }
        if (whole.stream().anyMatch(span -> ruledOn.stream().noneMatch(span::overlaps))) {
            CodingResult rest = coder.code(masked(verbatim, ruledOn));
            rest.events().stream()
                    .filter(event ->
                            event.coding() == null || terms.add(event.coding().term()))
                    .filter(event -> !saidNothingBefore(event, unruled))
                    .forEach(events::add);
            dropped.addAll(rest.dropped());
        }
        events.sort(Comparator.comparingInt(event -> verbatim.indexOf(event.text())));
        dropped.sort(Comparator.comparingInt(text -> verbatim.indexOf(text.text())));
        return new CodingResult(
                events, dropped, events.stream().anyMatch(CodedText::awaitsReview), unruled.vocabulary());
    }

    /** Nothing but "after bolus" is left: a text that says nothing awaits review, a clause that says nothing does not. */
    private static boolean saidNothingBefore(CodedText event, CodingResult unruled) {
        return event.awaitsReview()
                && unruled.events().stream().noneMatch(before -> before.text().contains(bare(event.text())))
                && unruled.dropped().stream().noneMatch(before -> before.text().contains(bare(event.text())));
    }

    private static String bare(String text) {
        return text.replaceAll("^[\\s,]+|[\\s,]+$", "");
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

    /** Where the texts of events, then those of what was dropped, stand; a text that is not found stands nowhere. */
    private static List<Span> placesOf(CodingResult result, String report) {
        List<Span> places = new ArrayList<>();
        int from = 0;
        for (CodedText event : result.events()) {
            places.add(placeOf(event.text(), report, from));
            from = Math.max(from, places.getLast().from());
        }
        from = 0;
        for (DroppedText text : result.dropped()) {
            places.add(placeOf(text.text(), report, from));
            from = Math.max(from, places.getLast().from());
        }
        return places;
    }

    private static Span placeOf(String text, String report, int from) {
        int found = report.indexOf(text, from);
        if (found < 0) {
            found = report.indexOf(text);
        }
        return found < 0 ? new Span(0, 0) : new Span(found, found + text.length());
    }
}
