package io.dripline.classification.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.ApplyRulings;
import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.LicensedTerm;
import io.dripline.coding.LicensedVocabulary;
import io.dripline.coding.Term;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKeys;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.MeddraTerm;
import io.dripline.contracts.session.AdverseEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much the words of an event say, its coded record keeps to a length. */
class MostCodingsTest {

    private static final int MOST_EVENTS = 200;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final CodeWords words = new CodeWords(vocabulary);
    private final CodeEvents events = new CodeEvents(vocabulary);

    @Test
    void ofTooManyTermsTheFirstCountAndTheRestAwaitsReview() {
        List<Coding> known = inOneWord(CodeEvents.MOST_CODINGS + 1);

        CodedEvent coded = events.code(
                        saying(known), null, new ApplyRulings(words, vocabulary, new WordKeys(hash -> hash), Map.of()))
                .event();

        assertThat(coded.codings()).hasSize(CodeEvents.MOST_CODINGS);
        assertThat(coded.awaitingReview()).isTrue();
    }

    @Test
    void asManyTermsAsMayBeAreAllCoded() {
        List<Coding> known = inOneWord(CodeEvents.MOST_CODINGS);

        CodedEvent coded = events.code(
                        saying(known), null, new ApplyRulings(words, vocabulary, new WordKeys(hash -> hash), Map.of()))
                .event();

        assertThat(coded.codings()).extracting(Coding::term).containsExactlyElementsOf(terms(known));
        assertThat(coded.awaitingReview()).isFalse();
    }

    /** What {@link Topics#LONGEST_RECORD} counts on. */
    @Test
    void theLongestCodedSessionFitsIntoARecord() {
        int longestCoding = codingsOfTerms().stream()
                .mapToInt(coding -> ContractJson.write(coding).length + 1)
                .max()
                .orElseThrow();

        assertThat(longestCoding).isLessThanOrEqualTo(256);
        assertThat(CodeEvents.MOST_CODINGS * longestCoding).isLessThanOrEqualTo(CodeEvents.LONGEST_CODINGS);
        assertThat(MOST_EVENTS * (300 + CodeEvents.LONGEST_CODINGS)).isLessThan(Topics.LONGEST_RECORD * 2 / 3);
    }

    /** A distribution's names have up to 250 characters, here of two bytes each. */
    @Test
    void theLongestNamesOfALicenceFitIntoItToo() {
        Vocabulary licensed = Vocabulary.with(new LicensedVocabulary(
                "invented",
                IntStream.range(0, CodeEvents.MOST_CODINGS)
                        .mapToObj(i -> longest(i, "\u00E9"))
                        .map(name -> new LicensedTerm(new MeddraTerm(1, name, 1, longest(0, "\u00F6")), List.of()))
                        .toList(),
                Map.of(1, Optional.of(Category.HEPATIC))));
        String verbatim =
                IntStream.range(0, 15).mapToObj(i -> longest(i, "\u00E9")).collect(Collectors.joining(", "));

        CodedEvent coded = new CodeEvents(licensed)
                .code(
                        saying(verbatim),
                        null,
                        new ApplyRulings(new CodeWords(licensed), licensed, new WordKeys(hash -> hash), Map.of()))
                .event();

        assertThat(coded.codings()).hasSizeBetween(3, 14);
        assertThat(coded.awaitingReview()).isTrue();
        assertThat(ContractJson.write(coded).length).isLessThan(300 + CodeEvents.LONGEST_CODINGS);
    }

    private static String longest(int i, String letter) {
        return "Zork" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + letter.repeat(244);
    }

    /** Every term by its own name, coded on its own as exactly one term. */
    private List<Coding> codingsOfTerms() {
        return vocabulary.terms().stream()
                .map(Term::name)
                .map(words::code)
                .filter(result -> result.events().size() == 1 && !result.needsReview())
                .map(result -> result.events().getFirst())
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Terms of one word, which may stand in a list. */
    private List<Coding> inOneWord(int count) {
        return codingsOfTerms().stream()
                .filter(coding -> coding.matched().matches("[a-z]+"))
                .limit(count)
                .toList();
    }

    private static AdverseEvent saying(List<Coding> codings) {
        return saying(codings.stream().map(Coding::matched).collect(Collectors.joining(", ")));
    }

    private static AdverseEvent saying(String verbatim) {
        return new AdverseEvent(UUID.randomUUID(), verbatim, null, null, null, List.of(), null, null, null);
    }

    private static List<String> terms(List<Coding> codings) {
        return codings.stream().map(Coding::term).toList();
    }
}
