package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindTermsTest {

    private final FindTerms terms = new FindTerms(Vocabulary.standard());

    @Test
    void findsByTheBeginningOfAName() {
        assertThat(terms.matching("dizz", 5)).extracting(Term::id).contains("dizziness");
    }

    @Test
    void findsByWordsInWhateverOrder() {
        assertThat(terms.matching("vision blurred", 5)).extracting(Term::id).contains("blurred-vision");
    }

    @Test
    void findsWhatIsMisspelled() {
        assertThat(terms.matching("disiness", 5)).extracting(Term::id).contains("dizziness");
    }

    @Test
    void findsNothingForNonsense() {
        assertThat(terms.matching("qqqq", 5)).isEmpty();
    }

    @Test
    void findsOnlyWhatCanBeCodedWith() {
        assertThat(terms.matching("", 10_000)).isNotEmpty().noneMatch(term -> term.category() == null);
    }
}
