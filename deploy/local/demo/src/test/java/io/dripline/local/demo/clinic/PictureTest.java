package io.dripline.local.demo.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Unit;
import io.dripline.local.demo.DefaultSeed;
import io.dripline.statistics.Counts;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo keeps its promise by the project's own coding, counting and statistics, whenever the monitors happen to look. */
class PictureTest {

    /** In units of ln E, so a factor of 20 on the scale of E. */
    private static final double WIDE = 3;

    @ParameterizedTest
    @EnumSource
    void theDefaultSeedShowsWhatIsPromisedAndNothingElse(Picture.Looks looks) {
        var picture = Picture.of(DefaultSeed.VALUE, looks);

        assertThat(picture.isAsPromised()).as("%s", picture).isTrue();
        assertThat(picture.promised().distance()).as("%s", picture).isLessThan(-WIDE);
        assertThat(picture.others())
                .allSatisfy(
                        other -> assertThat(other.distance()).as("%s", other).isGreaterThan(WIDE));
    }

    @Test
    void watchesEverySystemThatHasANull() {
        assertThat(Picture.of(1, Picture.Looks.AFTER_EACH_WEEK).others())
                .extracting(Watch::measure)
                .containsOnly("CNS", "GI");
    }

    @Test
    void asManySeedsShowItAsTheDemoSays() {
        long kept = LongStream.rangeClosed(1, 100)
                .filter(seed -> Picture.of(seed, Picture.Looks.AFTER_EACH_WEEK).isAsPromised())
                .count();

        assertThat(kept).isEqualTo(93);
    }

    @Test
    void theDefaultSeedHasTheSharesThatWereAskedFor() {
        var line = Picture.of(DefaultSeed.VALUE, Picture.Looks.AFTER_EACH_WEEK).line();
        var all = List.of(DemoClinic.values());

        assertThat(rate(line, List.of(DemoClinic.EAST), "CNS", 13, 26)).isBetween(0.15, 0.21);
        assertThat(rate(line, List.of(DemoClinic.EAST), "CNS", 1, 12)).isBetween(0.04, 0.08);
        assertThat(rate(line, List.of(DemoClinic.NORTH, DemoClinic.SOUTH), "CNS", 1, 26))
                .isBetween(0.05, 0.07);
        assertThat(rate(line, all, "GI", 1, 26)).isBetween(0.04, 0.06);
        assertThat(rate(line, all, "OTHER", 1, 26)).isBetween(0.05, 0.07);
        assertThat(rate(line, all, "CARDIOVASCULAR", 1, 26)).isBetween(0.006, 0.014);
        assertThat(rate(line, all, "HEPATIC", 1, 26)).isBetween(0.002, 0.008);
        assertThat(rate(line, all, "UROGENITAL", 1, 26)).isBetween(0.002, 0.008);
    }

    @Test
    void fortyFirstCoursesCountForEachClinicAndWeek() {
        var line = Picture.of(DefaultSeed.VALUE, Picture.Looks.AFTER_EACH_WEEK).line();

        assertThat(DemoClinic.values())
                .allSatisfy(clinic -> assertThat(line.weekly(Unit.FIRST_COURSE, List.of(clinic), "ANY")
                                .subList(0, Picture.WEEKS))
                        .extracting(Counts::exposed)
                        .containsOnly(40L));
    }

    private static double rate(CountedLine line, List<DemoClinic> clinics, String measure, int from, int to) {
        Counts sum = line.weekly(Unit.FIRST_COURSE, clinics, measure).subList(from - 1, to).stream()
                .reduce(Counts.ZERO, Counts::plus);
        return (double) sum.affected() / sum.exposed();
    }
}
