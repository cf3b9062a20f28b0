package io.dripline.reporting.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every line of a file is in its answer, however many there are. */
class UploadAnswerTest {

    private static final LineOutcome STORED = new LineOutcome(LineOutcome.Kind.STORED, List.of());

    private final UploadAnswer.Collect collect = new UploadAnswer.Collect();

    @Test
    void linesThatCameToTheSameAreToldAtOnce() {
        IntStream.rangeClosed(2, 5).forEach(line -> collect.add(line, STORED));
        collect.add(6, LineOutcome.refused(List.of("weightKg: expected 20 to 400 kg")));
        collect.add(7, LineOutcome.refused(List.of("route: expected the route of administration")));
        collect.add(8, STORED);

        UploadAnswer answer = collect.answer("sessions.csv", null);

        assertThat(answer.lines()).extracting(UploadAnswer.Lines::numbers).containsExactly("2–5", "6", "7", "8");
        assertThat(answer.summary()).isEqualTo("Lines: 5 stored; 2 refused.");
        assertThat(answer.whole()).isFalse();
        assertThat(answer.beyond()).isEmpty();
    }

    @Test
    void whatIsStoredNowOrBeforeIsWhole() {
        collect.add(2, STORED);
        collect.add(3, new LineOutcome(LineOutcome.Kind.REPEATED, List.of()));
        collect.add(4, LineOutcome.NOTE);

        assertThat(collect.answer("sessions.csv", null).whole()).isTrue();
    }

    @Test
    void whatIsNotKnownIsNotWhole() {
        collect.add(2, LineOutcome.UNKNOWN);

        assertThat(collect.answer("sessions.csv", "away").whole()).isFalse();
    }

    @Test
    void aFileWithoutRowsSaysSo() {
        UploadAnswer answer = collect.answer("sessions.csv", null);

        assertThat(answer.summary()).isEqualTo("There is no line below the names of the columns.");
        assertThat(answer.whole()).isFalse();
    }

    /** Else a file of a hundred thousand wrong lines would keep as many sentences until it is answered. */
    @Test
    void beyondWhatAPageShowsLinesThatCameToTheSameAreOneWhateverIsWrongWithThem() {
        IntStream.rangeClosed(2, 100_001)
                .forEach(line -> collect.add(line, LineOutcome.refused(List.of("reference: wrong in line " + line))));

        UploadAnswer answer = collect.answer("sessions.csv", null);

        assertThat(answer.lines()).hasSize(UploadAnswer.MOST_SHOWN);
        assertThat(answer.beyond()).containsExactly("▲ refused: 1002–100001");
        assertThat(answer.summary()).isEqualTo("Lines: 100,000 refused.");
    }

    @Test
    void linesBeyondWhatAPageShowsAreToldByTheirNumbers() {
        IntStream.rangeClosed(2, 1_004)
                .forEach(line -> collect.add(
                        line,
                        line % 2 == 0 ? STORED : LineOutcome.refused(List.of("reference: wrong in line " + line))));

        UploadAnswer answer = collect.answer("sessions.csv", null);

        assertThat(answer.lines())
                .hasSize(UploadAnswer.MOST_SHOWN)
                .last()
                .satisfies(last -> assertThat(last.numbers()).isEqualTo("1001"));
        assertThat(answer.beyond()).containsExactly("● stored: 1002, 1004", "▲ refused: 1003");
    }
}
