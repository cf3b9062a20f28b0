package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one sign means beside another: dark urine beside jaundice is bile; "angina-type pain" is no pain of its own. */
final class JoinSigns {

    private static final Set<String> BILE = Set.of("jaundice", "dark-urine-pale-stools", "hyperbilirubinaemia");
    private static final List<Meaning.CodeableTerm> BILE_IN_URINE =
            List.of(new Meaning.CodeableTerm("choluria", Category.HEPATIC));

    private JoinSigns() {}

    /** @param dropped terms that did not happen */
    static List<Clause> in(List<Clause> clauses, Map<Part.Found, DropReason> dropped) {
        boolean isBile = clauses.stream()
                .flatMap(clause -> clause.found().stream())
                .filter(found -> !dropped.containsKey(found))
                .anyMatch(found -> found.terms().stream().anyMatch(term -> BILE.contains(term.id())));
        return clauses.stream().map(clause -> join(clause, isBile, dropped)).toList();
    }

    private static Clause join(Clause clause, boolean isBile, Map<Part.Found, DropReason> dropped) {
        List<Part.Found> stated = clause.found().stream()
                .filter(found -> !dropped.containsKey(found) && !found.terms().isEmpty())
                .toList();
        boolean isBesideAnother = stated.stream().anyMatch(found -> !isVague(found));
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
            } else if (isBesideAnother && found.words().size() == 1 && isVague(found)) {
                parts.set(at, new Part.Hint(found.from(), found.to(), Meaning.Cue.QUALIFIER, found.words()));
            }
        }
        return new Clause(clause.before(), List.copyOf(parts));
    }

    /** "Angina-type pain", "blood pressure high high": said of the term beside it. */
    private static boolean isVague(Part.Found found) {
        return isOnly(found, "pain")
                || (isOnly(found, "drug-high")
                        && !found.isMeasured()
                        && found.words().getFirst().plain().equals("high"));
    }

    private static boolean isOnly(Part.Found found, String term) {
        return found.terms().size() == 1 && found.terms().getFirst().id().equals(term);
    }
}
