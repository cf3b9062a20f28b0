package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.contracts.incidence.Measures;
import io.dripline.parsers.Asked;
import io.dripline.parsers.Refusals;
import java.util.Set;

/** Whatever is asked of incidence is a question, or is refused. */
class IncidenceQuestionFuzzTest {

    private static final Set<String> MEASURES = Set.of(Measures.ANY, "CNS", "nausea");

    @FuzzTest
    void question(byte[] asked) throws Exception {
        IncidenceQuestion question = Refusals.read(
                () -> new ReadIncidenceQuestion(Asked.parameters(asked), MEASURES::contains).read(clinic -> clinic));
        if (question != null) {
            assertThat(question.measures()).hasSize(1);
            question.cohort().values().forEach(value -> assertThat(value).doesNotContain("\0"));
        }
    }
}
