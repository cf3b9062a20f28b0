package io.dripline.classification.cohort;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.classification.problem.Parameters;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.parsers.Asked;
import io.dripline.parsers.Refusals;

/** Whatever is asked of cases and counts is a question, or is refused. */
class QuestionFuzzTest {

    private static final KnownMeasures MEASURES = new KnownMeasures(Vocabulary.standard());

    @FuzzTest
    void question(byte[] asked) throws Exception {
        Refusals.read(() -> {
            Parameters parameters = new Parameters(Asked.address(asked));
            parameters.read("measure", KnownMeasures.EXPECTED, MEASURES::require);
            parameters.oneOf("unit", Unit.class);
            parameters.read("from", "an ISO week", IsoWeek::parse);
            parameters.time("asOf");
            parameters.flag("possible");
            parameters.limit();
            Cohort cohort = Cohort.of(parameters);
            parameters.refuseIfWrong();
            return cohort;
        });
    }
}
