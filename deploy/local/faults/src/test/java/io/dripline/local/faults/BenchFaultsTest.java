package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cycles 0 | --cycles: expected 1 or more, found 0",
                "--pace 201 | --pace: expected 1 to 200, found 201",
                "--suspended 0 | --suspended: expected 1 second or more, found 0",
                "--away 0 | --away: expected 1 second or more, found 0",
                "--only kill-intake,flood | there is no fault 'flood'; expected one of [kill-intake",
                "--seed x | Invalid value for option '--seed'",
                "--unknown 1 | ./dripline bench faults --help lists what it takes"
            })
    void whatItDoesNotTakeIsNamed(String options, String said) {
        var err = new StringWriter();
        String[] arguments = (". " + options).split(" ");

        int code = BenchFaults.command().setErr(new PrintWriter(err)).execute(arguments);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains(said);
    }
}
