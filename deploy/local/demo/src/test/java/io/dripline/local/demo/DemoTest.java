package io.dripline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad condition is met with one sentence. */
class DemoTest {

    private static final Path CHECKOUT = checkout();

    private record Ended(int code, String output, String errors) {}

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(new String[] {"--weeks", "0"}, "--weeks: expected 1 to 104, found 0"),
                Arguments.of(new String[] {"--pace", "601"}, "--pace: expected 1 to 600, found 601"),
                Arguments.of(new String[] {"--live", "0"}, "--live: expected 1 minute or more, found 0"),
                Arguments.of(new String[] {"--live", "5", "--no-live"}, "exclude each other"),
                Arguments.of(new String[] {"--seed", "x"}, "'x' is not a long"),
                Arguments.of(new String[] {"--frobnicate"}, "Unknown option: '--frobnicate'"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesAMistakeInOneSentence(String[] options, String sentence) {
        var ended = demo(options);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.errors()).startsWith("dripline: ").contains(sentence).hasLineCount(1);
    }

    @Test
    void helpNamesEveryOptionAndWhatASeedDoes() {
        var ended = demo("--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains("--seed", "--weeks", "--live", "--no-live", "--pace", "(default: 37)", "(default: 26)")
                .contains("another seed", "18 % instead of 6 %");
    }

    private static Ended demo(String... options) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int code = Demo.command()
                .setOut(new PrintWriter(output, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8))
                .execute(Stream.concat(Stream.of(CHECKOUT.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return new Ended(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static Path checkout() {
        var directory = Path.of("").toAbsolutePath();
        while (!directory.resolve("dripline").toFile().exists()) {
            directory = directory.getParent();
        }
        return directory;
    }
}
