package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the review's own figures; limits by SciPy's beta.ppf(0.95, x + 1, n - x). */
class NullFromFigureTest {

    private static final Baselines BASELINES = new Baselines();

    @ParameterizedTest
    @CsvSource({
        // a range, "up to", and one figure without n
        "table9-cns, 0.08",
        "table9-gi, 0.07",
        "text-psychotomimetic, 0.1",
        "text-any, 0.4",
        "table8-zhao-liver-enzymes, 0.019",
        "table8-brutcher-active, 0.07",
        // percentages with n: 2, 4 and 7 of 20, 32 of 70, 12 of 71
        "table8-pickering-placebo, 0.282618524886",
        "table8-pickering-ketamine, 0.401028117332",
        "table8-pickering-ketamine-magnesium, 0.558034511315",
        "table7-cheung-drowsiness, 0.562127823282",
        "table8-lumanauw-dizziness, 0.259410049329",
        // counts: 1 of 18, 15 and 35
        "table7-kapural-supraventricular-arrhythmia, 0.237660915075",
        "table7-quinlan-delirium, 0.279396193613",
        "table8-lumanauw-placebo-dizziness, 0.128501036341"
    })
    void followsFromNumbers(String id, double expected) {
        OptionalDouble p0 = NullFromFigure.p0(BASELINES.get(id));

        assertThat(p0.orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // words
        "table9-cardiovascular",
        "table8-pickering-serious",
        // relative risks
        "table8-orhurhu-nausea",
        // impossible figures
        "text-jonkman-neuropsychiatric",
        "table8-gupta-hallucinations-50mg",
        "table8-zekry-tiredness",
        // no patients to divide by
        "table8-lumanauw-withdrew",
        // of some of the measure's events only
        "table7-cheung-ceased",
        "table8-marchetti-stopped"
    })
    void followsFromNothingElse(String id) {
        assertThat(NullFromFigure.p0(BASELINES.get(id))).isEmpty();
    }
}
