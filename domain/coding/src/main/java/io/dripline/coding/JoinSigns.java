package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one sign means beside another: dark urine beside a liver that is not well is bile; "angina-type pain" is no pain of its
 * own, nor are cramps with diarrhoea, warmth with a flush or the swelling of a leg with a clot.
 */
final class JoinSigns {

    private static final Set<String> OF_GUT = Set.of("diarrhoea", "constipation", "abdominal-pain", "bloating");
    private static final Set<String> OF_VEIN =
            Set.of("venous-thrombosis", "thrombophlebitis-superficial", "thrombophlebitis");
    private static final Set<String> OF_INFLAMED_VEIN = Set.of("oedema", "tenderness", "redness");
    private static final List<Meaning.CodeableTerm> BILE_IN_URINE =
            List.of(new Meaning.CodeableTerm("choluria", Category.HEPATIC));

    private JoinSigns() {}

    /** @param dropped terms that did not happen */
    static List<Clause> in(List<Clause> clauses, Map<Part.Found, DropReason> dropped) {
        Set<Meaning.CodeableTerm> all = clauses.stream()
                .flatMap(clause -> clause.found().stream())
                .filter(found -> !dropped.containsKey(found))
                .flatMap(found -> found.terms().stream())
                .collect(Collectors.toSet());
        return clauses.stream().map(clause -> join(clause, all, dropped)).toList();
    }

    private static Clause join(Clause clause, Set<Meaning.CodeableTerm> all, Map<Part.Found, DropReason> dropped) {
        List<Part.Found> stated = clause.found().stream()
                .filter(found -> !dropped.containsKey(found) && !found.terms().isEmpty())
                .toList();
        boolean isBesideAnother = stated.stream().anyMatch(found -> !isVague(found));
        boolean isBile = any(all, term -> term.category() == Category.HEPATIC);
        List<Part> parts = new ArrayList<>(clause.parts());
        for (Part.Found found : stated) {
            int at = parts.indexOf(found);
            if (isBile && isOnly(found, "dark-urine")) {
                parts.set(
                        at,
                        new Part.Found(
                                found.from(),
                                found.to(),
                                BILE_IN_URINE,
                                found.matched(),
                                found.words(),
                                found.likeness()));
            } else if ((isBesideAnother && found.words().size() == 1 && isVague(found))
                    || isSaidOfOther(found, at, parts)
                    || isPartOfAnother(found, all)) {
                parts.set(at, new Part.Hint(found.from(), found.to(), Meaning.Cue.QUALIFIER, found.words()));
            }
        }
        return new Clause(clause.before(), List.copyOf(parts));
    }

    /** "Angina-type pain", "blood pressure high high": said of the term beside it. */
    private static boolean isVague(Part.Found found) {
        return isOnly(found, "pain") || isHigh(found);
    }

    /** "Phosphate high", "liver labs too high": what is high is no person. */
    private static boolean isSaidOfOther(Part.Found found, int at, List<Part> parts) {
        return isHigh(found)
                && found.words().size() == 1
                && parts.subList(0, at).reversed().stream()
                        .filter(part -> !(part instanceof Part.Filler))
                        .findFirst()
                        .filter(part -> switch (part) {
                            case Part.Hint hint -> hint.is(Meaning.Cue.TEST);
                            case Part.Loose loose ->
                                loose.words().stream()
                                        .noneMatch(word -> word.plain().endsWith("ly"));
                            default -> false;
                        })
                        .isPresent();
    }

    private static boolean isHigh(Part.Found found) {
        return isOnly(found, "drug-high")
                && !found.isMeasured()
                && found.words().getFirst().plain().equals("high");
    }

    /** "Diarrhoea and cramping", "facial flush, warm all over", "calf swollen, DVT on scan". */
    private static boolean isPartOfAnother(Part.Found found, Set<Meaning.CodeableTerm> all) {
        if (found.isMeasured()) {
            return false;
        }
        if (isOnly(found, "cramps") && found.words().size() == 1) {
            return any(all, term -> OF_GUT.contains(term.id()) || term.category() == Category.UROGENITAL);
        }
        return (isOnly(found, "feeling-hot") && any(all, term -> term.id().equals("hot-flush")))
                || (found.terms().size() == 1
                        && OF_INFLAMED_VEIN.contains(found.terms().getFirst().id())
                        && any(all, term -> OF_VEIN.contains(term.id())));
    }

    private static boolean any(Set<Meaning.CodeableTerm> all, Predicate<Meaning.CodeableTerm> is) {
        return all.stream().anyMatch(is);
    }

    private static boolean isOnly(Part.Found found, String term) {
        return found.terms().size() == 1 && found.terms().getFirst().id().equals(term);
    }
}
