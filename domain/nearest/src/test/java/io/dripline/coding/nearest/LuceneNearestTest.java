package io.dripline.coding.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.Vocabulary;
import org.junit.jupiter.api.Test;

class LuceneNearestTest {

    private final LuceneNearest nearest =
            new LuceneNearest(Vocabulary.standard().phrases());

    @Test
    void findsMisspeltWords() {
        assertThat(nearest.of("terrible hedache"))
                .anySatisfy(candidate -> assertThat(candidate.term()).isEqualTo("headache"));
    }

    @Test
    void findsNothingInWordsItHasNeverSeen() {
        assertThat(nearest.of("zzxqj wvvk")).isEmpty();
    }
}
