package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process asks, another starts and stops. */
class RunningStackTest {

    @TempDir
    private Path data;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private Process up;
    private StackConfig config;
    private RunningStack stack;

    @BeforeEach
    void runUp() throws IOException {
        config = StackConfig.of(Checkout.root()).withData(data);
        up = new ProcessBuilder("sleep", "60").start();
        var run = Files.createDirectories(data.resolve("run"));
        Files.writeString(run.resolve("up.pid"), up.pid() + "\n");
        Files.writeString(
                Files.createDirectories(AnswerRequests.directory(config)).resolve("1-1.request"), "stop postgres");
        stack = new RunningStack(config);
        new AnswerRequests(config, new Recording()).start();
    }

    @AfterEach
    void endUp() {
        up.destroyForcibly();
    }

    @Test
    void stopsAndStartsPartsInTheOrderInWhichItIsAsked() {
        // When
        stack.stop(Part.KAFKA);
        stack.start(Part.KAFKA);
        stack.start(Part.INCIDENCE);

        // Then
        assertThat(done).containsExactly("stop KAFKA", "start KAFKA", "start INCIDENCE");
    }

    @Test
    void tellsWhyAPartDidNotStart() {
        assertThatThrownBy(() -> stack.start(Part.REPORTING))
                .isInstanceOf(StackFailure.class)
                .hasMessage("reporting ended with exit code 1");
    }

    @Test
    void doesNotWaitForAnUpThatHasEnded() throws Exception {
        // Given
        up.destroyForcibly().waitFor();
        var elsewhere = config.withData(Files.createDirectories(data.resolve("elsewhere")));
        Files.createDirectories(AnswerRequests.directory(elsewhere));

        // When
        assertThatThrownBy(() -> new RunningStack(elsewhere).stop(Part.KAFKA))

                // Then
                .hasMessage("./dripline up ended before it could stop kafka");
        assertThat(stack.isRunning()).isFalse();
    }

    @Test
    void knowsAnUpByWhenItsProcessBeganHoweverLongItBuiltFirst() throws Exception {
        // Given
        var another = config.withData(data.resolve("another"));
        try (var _ = DataLock.take(another)) {

            // When
            var written = Files.getLastModifiedTime(another.data().resolve("run/up.pid"))
                    .toInstant();

            // Then
            assertThat(written)
                    .isEqualTo(ProcessHandle.current().info().startInstant().orElseThrow());
            assertThat(new RunningStack(another).isRunning()).isTrue();
        }
    }

    private final class Recording implements PartControl {

        @Override
        public void start(Part part) {
            if (part == Part.REPORTING) {
                throw new StackFailure("reporting ended with exit code 1");
            }
            done.add("start " + part);
        }

        @Override
        public void stop(Part part) {
            done.add("stop " + part);
        }
    }
}
