package io.dripline.journeys;

import io.dripline.local.rebuild.Progress;
import io.dripline.local.rebuild.Rebuild;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.PartControl;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild in a process of its own, which can be killed where it stands: it says each step and waits to be told to go
 * on. The parts belong to the test, so it is the test that starts and stops them when it is asked to.
 */
final class StepwiseRebuild implements AutoCloseable {

    private static final String START = "please start ";
    private static final String STOP = "please stop ";

    private final TheLine line;
    private final Process process;
    private final BufferedReader says;
    private boolean stands;

    private StepwiseRebuild(TheLine line, Process process) {
        this.line = line;
        this.process = process;
        this.says = process.inputReader();
    }

    static StepwiseRebuild begin(TheLine line) throws IOException {
        StackConfig config = line.config();
        Ports ports = config.ports();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StepwiseRebuild.class.getName(),
                config.checkout().toString(),
                config.data().toString(),
                List.of(
                                ports.postgres(),
                                ports.kafka(),
                                ports.kafkaController(),
                                ports.keycloak(),
                                ports.keycloakManagement(),
                                ports.reporting(),
                                ports.intake(),
                                ports.classification(),
                                ports.incidence())
                        .toString()
                        .replaceAll("[\\[\\] ]", ""));
        return new StepwiseRebuild(
                line,
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Lets it go on until it says this, and stand there. */
    void until(String sentence) throws IOException {
        if (stands) {
            goOn();
        }
        for (String said = says.readLine(); said != null; said = says.readLine()) {
            if (said.startsWith(START)) {
                line.start(Part.named(said.substring(START.length())));
            } else if (said.startsWith(STOP)) {
                line.stop(Part.named(said.substring(STOP.length())));
            } else if (said.startsWith(sentence)) {
                stands = true;
                return;
            }
            goOn();
        }
        throw new AssertionError("ended before it said: " + sentence);
    }

    private void goOn() throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
    }

    /** As {@code kill -9} does, and returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        says.close();
    }

    /** @param args checkout, data and ports of the stack */
    public static void main(String[] args) throws Exception {
        int[] ports =
                Arrays.stream(args[2].split(",")).mapToInt(Integer::parseInt).toArray();
        var config = StackConfig.of(Path.of(args[0]))
                .withData(Path.of(args[1]))
                .withPorts(new Ports(
                        ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7], ports[8]));
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new Rebuild(config, asking(told), stepping(told)).run();
    }

    private static PartControl asking(BufferedReader told) {
        return new PartControl() {
            @Override
            public void start(Part part) {
                step(START + part.id(), told);
            }

            @Override
            public void stop(Part part) {
                step(STOP + part.id(), told);
            }
        };
    }

    private static Progress stepping(BufferedReader told) {
        return new Progress() {
            @Override
            public void say(String sentence) {
                step(sentence, told);
            }

            @Override
            public void reached(double share, String figures) {}
        };
    }

    private static void step(String sentence, BufferedReader told) {
        try {
            System.out.println(sentence);
            System.out.flush();
            @Nullable String goOn = told.readLine();
            if (goOn == null) {
                throw new IllegalStateException("nobody listens any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
