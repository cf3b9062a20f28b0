package io.dripline.coding;

import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import java.util.List;

/** Codes by the nearest term what rules leave open, where its probability is high enough. */
final class AskNearest {

    private final NearestTerms nearest;
    private final double threshold;

    AskNearest(NearestTerms nearest, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold: expected 0 to 1, found " + threshold);
        }
        this.nearest = nearest;
        this.threshold = threshold;
    }

    CodingResult settle(CodingResult result) {
        if (!result.needsReview()) {
            return result;
        }
        List<CodedText> events = result.events().stream()
                .map(event -> event.awaitsReview() ? ask(event, result.vocabulary()) : event)
                .toList();
        return new CodingResult(
                events, result.dropped(), events.stream().anyMatch(CodedText::awaitsReview), result.vocabulary());
    }

    private CodedText ask(CodedText event, String vocabulary) {
        List<Candidate> candidates = nearest.of(event.text());
        if (candidates.isEmpty()) {
            return event;
        }
        Candidate best = candidates.getFirst();
        if (best.confidence() < threshold) {
            return new CodedText(event.text(), null, candidates);
        }
        return new CodedText(
                event.text(),
                new Coding(
                        best.term(),
                        best.category(),
                        CodingMethod.NEAREST,
                        best.matched(),
                        best.confidence(),
                        vocabulary),
                List.of());
    }
}
