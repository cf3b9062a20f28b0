package io.dripline.bench.coding;

import io.dripline.coding.Candidate;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a line.
 *
 * @param coded the categories of what was coded
 * @param best the first coded category; else the first candidate's, which a person would see first
 * @param confidence of the best
 * @param isCoded whether nothing of it awaits review and something is coded
 */
record Answer(Set<Category> coded, @Nullable Category best, double confidence, boolean isCoded) {

    static Answer of(CodingResult result) {
        List<Coding> codings = result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .toList();
        Set<Category> coded = EnumSet.noneOf(Category.class);
        codings.forEach(coding -> coded.add(coding.category()));
        if (!codings.isEmpty()) {
            double least =
                    codings.stream().mapToDouble(Coding::confidence).min().orElse(0);
            return new Answer(coded, codings.getFirst().category(), least, !result.needsReview());
        }
        return result.events().stream()
                .map(CodedText::candidates)
                .flatMap(Collection::stream)
                .findFirst()
                .map(candidate -> ofCandidate(coded, candidate))
                .orElse(new Answer(coded, null, 0, false));
    }

    /** Of the nearest terms, without any rule. */
    static Answer of(List<Candidate> nearest, double threshold) {
        if (nearest.isEmpty()) {
            return new Answer(Set.of(), null, 0, false);
        }
        Candidate best = nearest.getFirst();
        boolean isCoded = best.confidence() >= threshold;
        return new Answer(isCoded ? Set.of(best.category()) : Set.of(), best.category(), best.confidence(), isCoded);
    }

    private static Answer ofCandidate(Set<Category> coded, Candidate candidate) {
        return new Answer(coded, candidate.category(), candidate.confidence(), false);
    }
}
