package io.dripline.reporting.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageCountTest {

    @ParameterizedTest
    @CsvSource({
        "70, 45.7, 32",
        "70, 46, 32",
        "71, 16.9, 12",
        "20, 35, 7",
        "35, 3, 1",
        "51, 16, 8",
        "8, 12.5, 1",
        "8, 12, 1",
        "8, 13, 1",
        "3, 0, 0",
        "3, 100, 3",
        "1000, 1, 15"
    })
    void isTheCountThatRoundsToThePercentage(long n, BigDecimal percentage, long x) {
        assertThat(PercentageCount.of(n, percentage)).hasValue(x);
    }

    @ParameterizedTest
    @CsvSource({"71, 9.2", "71, 3.1", "71, 3.3", "70, 25", "70, 2", "51, 50", "51, 11", "3, 101"})
    void isNoneWhereNoneRoundsToIt(long n, BigDecimal percentage) {
        assertThat(PercentageCount.of(n, percentage)).isEmpty();
    }

    @Test
    void undoesEveryRounding() {
        for (long n = 1; n <= 99; n++) {
            for (long x : LongStream.rangeClosed(0, n).toArray()) {
                BigDecimal percentage =
                        BigDecimal.valueOf(100 * x).divide(BigDecimal.valueOf(n), 0, RoundingMode.HALF_UP);
                assertThat(PercentageCount.of(n, percentage))
                        .as("%d of %d", x, n)
                        .hasValue(x);
            }
        }
    }
}
