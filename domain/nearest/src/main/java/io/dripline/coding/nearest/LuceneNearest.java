package io.dripline.coding.nearest;

import io.dripline.coding.Candidate;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Phrase;
import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Votes of the wordings that Lucene finds. */
public final class LuceneNearest implements NearestTerms {

    private static final int VOTERS = 10;
    private static final int TERMS = 5;

    private final LuceneIndex index;

    public LuceneNearest(List<Phrase> phrases) {
        this.index = new LuceneIndex(phrases);
    }

    @Override
    public List<Candidate> of(String clause) {
        List<LuceneIndex.Hit> hits = index.search(clause, VOTERS);
        Map<Category, Double> votes = new EnumMap<>(Category.class);
        double all = 0.5;
        for (LuceneIndex.Hit hit : hits) {
            double vote = Math.pow(hit.score() / hits.getFirst().score(), 4);
            votes.merge(hit.phrase().category(), vote, Double::sum);
            all += vote;
        }
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (LuceneIndex.Hit hit : hits) {
            Phrase phrase = hit.phrase();
            if (seen.add(phrase.term())) {
                double share = votes.getOrDefault(phrase.category(), 0.0) / all;
                candidates.add(new Candidate(phrase.term(), phrase.category(), phrase.text(), share));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        return candidates.stream().limit(TERMS).toList();
    }
}
