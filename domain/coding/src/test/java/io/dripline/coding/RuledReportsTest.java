package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is reported and ruled, nothing waits for a person who has spoken. */
class RuledReportsTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final CodeWords CODER = new CodeWords(VOCABULARY);

    @Property(tries = 2_000)
    void noWordsAwaitReviewThatWereRuledOn(
            @ForAll("reports") String report, @ForAll("reports") String another, @ForAll("words") List<String> alone) {
        Map<WordKey, Ruled> rulings = new HashMap<>();
        alone.forEach(words -> rule(rulings, words));
        awaiting(code(another, Map.of())).forEach(words -> rule(rulings, words.words()));

        RuledText text = code(report, rulings);

        assertThat(awaiting(text)).noneMatch(words -> rulings.containsKey(words.key()));
    }

    @Property(tries = 1_000)
    void aPersonWhoRulesOnWhatAwaitsComesToAnEnd(@ForAll("reports") String report) {
        Map<WordKey, Ruled> rulings = new HashMap<>();
        RuledText text = code(report, rulings);
        for (int rounds = 0; text.result().needsReview() && rounds < 10; rounds++) {
            awaiting(text).forEach(words -> rule(rulings, words.words()));
            text = code(report, rulings);
        }

        assertThat(text.result().needsReview()).isFalse();
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("quonk", "flurb", "zork", "after bolus", "felt odd", "needles", "no itch", "itch", "mild")
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> reports() {
        Arbitrary<String> words = Arbitraries.of(
                "quonk",
                "flurb",
                "zork",
                "after bolus",
                "felt",
                "odd",
                "mild",
                "no",
                "nil",
                "itch",
                "vomited",
                "hx of",
                "pins and needles",
                "BP 181/99",
                "at home",
                "quonk flurb");
        Arbitrary<String> gaps = Arbitraries.of(" ", " ", ", ", ". ", "/", " + ", " and ", " but ", "\n", "; ", " - ");
        return words.list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .flatMap(some -> gaps.list()
                        .ofSize(some.size())
                        .map(between -> IntStream.range(0, some.size())
                                .mapToObj(i -> some.get(i) + (i + 1 < some.size() ? between.get(i) : ""))
                                .collect(Collectors.joining())));
    }

    private static void rule(Map<WordKey, Ruled> rulings, String words) {
        rulings.put(TestKeys.KEYS.of(words), new Ruled(rulings.size() + 1, List.of("dizziness")));
    }

    private static RuledText code(String report, Map<WordKey, Ruled> rulings) {
        return new ApplyRulings(CODER, VOCABULARY, TestKeys.KEYS, rulings).code(report);
    }

    private static List<HeldWords> awaiting(RuledText text) {
        return text.held().stream().filter(HeldWords::awaiting).toList();
    }
}
