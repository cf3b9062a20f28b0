package io.dripline.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds wordings whose words stand in a clause in another order or with others between: "her memory has been poor", "pain
 * in the lower tummy". A wording takes the place of shorter ones whose words it has ("pain").
 */
final class MatchWordSets {

    /** In a longer stretch words that stand together by chance would be taken for a phrase. */
    private static final int LONGEST = 25;

    private static final int BETWEEN = 3;

    private record Place(int part, String stem) {}

    private record Match(Meaning.Entry entry, Set<Integer> parts, int span) {}

    private final Wordings wordings;

    MatchWordSets(Wordings wordings) {
        this.wordings = wordings;
    }

    Clause in(Clause clause) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < clause.parts().size(); i++) {
            for (Word word : wordsOf(clause.parts().get(i))) {
                places.add(new Place(i, word.stem()));
            }
        }
        boolean isOpen = clause.parts().stream().anyMatch(Part.Loose.class::isInstance)
                || clause.has(Meaning.Cue.TEST)
                || clause.found().size() > 1
                || clause.found().isEmpty();
        if (places.size() < 2 || places.size() > LONGEST || !isOpen) {
            return clause;
        }
        List<Match> matches = new ArrayList<>();
        Set<Meaning.Entry> seen = new HashSet<>();
        for (Place place : places) {
            for (Meaning.Entry entry : wordings.rarestIs(place.stem())) {
                if (seen.add(entry)) {
                    match(entry, places, clause).ifPresent(matches::add);
                }
            }
        }
        matches.sort(
                Comparator.<Match>comparingInt(match -> -match.entry().words().size())
                        .thenComparingInt(Match::span)
                        .thenComparing(match -> match.entry().text()));
        List<Part> parts = new ArrayList<>(clause.parts());
        Set<Integer> taken = new HashSet<>();
        for (Match match : matches) {
            if (match.parts().stream().noneMatch(taken::contains)) {
                taken.addAll(match.parts());
                replace(parts, match);
            }
        }
        return taken.isEmpty()
                ? clause
                : new Clause(
                        clause.before(),
                        parts.stream()
                                .filter(part -> !(part instanceof Part.Gap))
                                .toList());
    }

    /** The first place of each word, if they stand near to each other and break up no longer wording. */
    private static Optional<Match> match(Meaning.Entry entry, List<Place> places, Clause clause) {
        Set<String> wanted =
                new HashSet<>(entry.words().stream().map(Word::stem).toList());
        int most = wanted.size() + BETWEEN;
        for (int start = 0; start < places.size(); start++) {
            if (!wanted.contains(places.get(start).stem())) {
                continue;
            }
            Set<String> missing = new HashSet<>(wanted);
            Set<Integer> parts = new HashSet<>();
            for (int i = start; i < places.size() && i - start < most && !missing.isEmpty(); i++) {
                if (missing.remove(places.get(i).stem())) {
                    parts.add(places.get(i).part());
                    if (missing.isEmpty() && isFree(parts, wanted, entry, clause)) {
                        return Optional.of(new Match(entry, parts, i - start));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFree(Set<Integer> parts, Set<String> wanted, Meaning.Entry entry, Clause clause) {
        boolean isNew = parts.size() > 1;
        boolean isPlain =
                !clause.has(Meaning.Cue.HISTORICAL, Meaning.Cue.NO, Meaning.Cue.DENIAL, Meaning.Cue.OTHER_PERSON);
        int first = parts.stream().min(Integer::compare).orElseThrow();
        int last = parts.stream().max(Integer::compare).orElseThrow();
        for (int between = first; between <= last; between++) {
            boolean isNegated = clause.parts().get(first) instanceof Part.Hint cue && cue.is(Meaning.Cue.NO);
            if (isNegated && !parts.contains(between) && clause.parts().get(between) instanceof Part.Found) {
                return false;
            }
            if (!parts.contains(between)
                    && clause.parts().get(between) instanceof Part.Hint hint
                    && !hint.is(Meaning.Cue.QUALIFIER, Meaning.Cue.ABILITY, Meaning.Cue.TEST, Meaning.Cue.TIME)
                    && !(hint.is(Meaning.Cue.STATEMENT) && isPlain)) {
                return false;
            }
        }
        for (int part : parts) {
            List<Word> words = wordsOf(clause.parts().get(part));
            isNew &= words.size() < wanted.size();
            if (clause.parts().get(part) instanceof Part.Found found
                    && found.terms().equals(entry.terms())) {
                return false;
            }
            if (!words.stream().allMatch(word -> wanted.contains(word.stem()))) {
                return false;
            }
        }
        return isNew;
    }

    private static void replace(List<Part> parts, Match match) {
        int first = match.parts().stream().min(Integer::compare).orElseThrow();
        List<Word> words = new ArrayList<>();
        match.parts().stream().sorted().forEach(part -> words.addAll(wordsOf(parts.get(part))));
        Part begin = parts.get(first);
        for (int part : match.parts()) {
            Part old = parts.get(part);
            parts.set(part, new Part.Gap(old.from(), old.to(), Token.Type.WORD));
        }
        int to = match.parts().stream()
                .mapToInt(part -> parts.get(part).to())
                .max()
                .orElseThrow();
        parts.set(
                first,
                new Part.Found(
                        begin.from(),
                        to,
                        match.entry().terms(),
                        match.entry().text(),
                        List.copyOf(words),
                        Likeness.SAME_WORDS_IN_OTHER_ORDER));
    }

    private static List<Word> wordsOf(Part part) {
        return switch (part) {
            case Part.Found found -> found.words();
            case Part.Loose loose -> loose.words();
            case Part.Hint hint -> hint.words();
            default -> List.of();
        };
    }
}
