package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser that looks at the dashboard is found, brought to a build server, or missed so that nobody overlooks it. */
class DriplineTestTest extends OnAFakeMachine {

    private static final String RAN = "mvn -B -ntp verify\n";

    @BeforeEach
    void everythingElseIsThere() throws IOException {
        jdk("25.0.1");
        fake(bin.resolve("mvn"), "echo mvn \"$@\"");
        fake(bin.resolve("id"), "echo 0");
        fake(bin.resolve("docker-compose"), "exit 0");
    }

    @Test
    void testsWithTheChromiumThatThereIs() throws Exception {
        // Given
        fake(bin.resolve("google-chrome"), "exit 3");

        // When
        var ended = dripline(Map.of(), "test");

        // Then
        assertThat(ended).isEqualTo(new Ended(0, RAN));
    }

    @Test
    void saysBeforeAndAfterAllTestsThatNoBrowserLooked() throws Exception {
        // Given
        fake(bin.resolve("apt-get"), "echo not on a person\\'s machine");

        // When
        var ended = dripline(Map.of(), "test");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .startsWith("dripline: NO BROWSER LOOKS AT THE DASHBOARD: found no Chromium")
                .contains("\n" + RAN + "dripline: NO BROWSER LOOKS AT THE DASHBOARD: found no Chromium")
                .doesNotContain("person");
    }

    @Test
    void aFailureIsAFailureWithoutABrowserToo() throws Exception {
        // Given
        fake(bin.resolve("mvn"), "exit 7");

        // When
        var ended = dripline(Map.of(), "test");

        // Then
        assertThat(ended.code()).isEqualTo(7);
    }

    @Test
    void isQuietWhereSomebodySaysThatThereIsToBeNone() throws Exception {
        // When
        var ended = dripline(Map.of("DRIPLINE_CHROMIUM", "none"), "test");

        // Then
        assertThat(ended).isEqualTo(new Ended(0, RAN));
    }

    @Test
    void bringsItToABuildServer() throws Exception {
        // Given
        fake(bin.resolve("apt-get"), "echo \"$@\" >> %s/asked".formatted(directory));

        // When
        var ended = dripline(Map.of("CI", "true"), "test");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains("installing chromium fonts-dejavu-core, for five minutes at most")
                .endsWith(RAN);
        assertThat(directory.resolve("asked")).content().contains("install").contains(" chromium ");
    }

    @Test
    void aBuildServerThatCannotHaveItTestsTheRest() throws Exception {
        // Given
        fake(bin.resolve("apt-get"), "exit 100");

        // When
        var ended = dripline(Map.of("CI", "true"), "test");

        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains(RAN).endsWith("the journeys named Dashboard are skipped\n");
    }
}
