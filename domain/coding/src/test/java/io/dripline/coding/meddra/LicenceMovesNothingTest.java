package io.dripline.coding.meddra;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.LicensedTerm;
import io.dripline.coding.LicensedVocabulary;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.MeddraTerm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a distribution lists, what the open vocabulary codes stays what it is. */
class LicenceMovesNothingTest {

    private static final int LISTS = 5;

    private static final List<String> WORDS = List.of(
            "headache",
            "nausea",
            "vomited",
            "dizzy",
            "chest pain",
            "urine burns",
            "palpitations",
            "rash",
            "worse",
            "no",
            "after bolus",
            "and",
            "with",
            "normal",
            "denies",
            "history of",
            "crushing",
            "blorg",
            "zork",
            "BP 181/99",
            "heart rate",
            "HR 72",
            "prevention",
            ",",
            "but",
            "itchy",
            "pain",
            "nausae");

    private static final CodeWords OPEN = new CodeWords(Vocabulary.standard());
    private static final List<CodeWords> LICENSED = IntStream.range(0, LISTS)
            .mapToObj(LicenceMovesNothingTest::licensed)
            .map(Vocabulary::with)
            .map(CodeWords::new)
            .toList();

    @Property(tries = 2_000)
    void whatIsCodedWithoutReviewKeepsItsTerms(@ForAll("texts") String text, @ForAll("lists") int list) {
        CodingResult open = OPEN.code(text);
        CodingResult licensed = LICENSED.get(list).code(text);

        if (open.needsReview() || open.events().isEmpty()) {
            assertThat(terms(licensed)).as(text).containsAll(terms(open));
        } else {
            assertThat(licensed.needsReview()).as(text).isFalse();
            assertThat(terms(licensed)).as(text).isEqualTo(terms(open));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(8).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<Integer> lists() {
        return Arbitraries.integers().between(0, LISTS - 1);
    }

    /** 300 preferred terms, whose names and wordings have the words that the texts have, in a class that is all hepatic. */
    private static LicensedVocabulary licensed(int number) {
        Random random = new Random(number);
        List<List<String>> names = IntStream.range(0, 300)
                .mapToObj(term -> IntStream.range(0, 4)
                        .mapToObj(wording -> random.ints(1 + random.nextInt(4), 0, WORDS.size())
                                .mapToObj(WORDS::get)
                                .collect(Collectors.joining(" ")))
                        .toList())
                .toList();
        return new LicensedVocabulary(
                "invented-" + number,
                IntStream.range(0, names.size())
                        .mapToObj(i -> new LicensedTerm(
                                new MeddraTerm(i + 1, names.get(i).getFirst(), 1, "Invented class"), names.get(i)))
                        .toList(),
                Map.of(1, Optional.of(Category.HEPATIC)));
    }

    private static List<String> terms(CodingResult result) {
        return result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .map(Coding::term)
                .toList();
    }
}
