package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The process behind {@code ./dripline up}, with what it says. */
final class RunningUp implements AutoCloseable {

    private static final String LAST_LINE = "Ctrl-C stops everything and keeps the data.";

    // Started in the background, the tests ignore interrupts, and what they start would too.
    private static final List<String> AS_FROM_A_TERMINAL =
            System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();

    private final Process process;
    private final BufferedReader says;
    private final StackConfig config;

    private RunningUp(Process process, StackConfig config) {
        this.process = process;
        this.says = process.inputReader();
        this.config = config;
    }

    static RunningUp of(Path checkout, int offset) throws IOException {
        Map<String, String> environment = Map.of("DRIPLINE_PORT_OFFSET", String.valueOf(offset));
        var command = new ArrayList<>(AS_FROM_A_TERMINAL);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.dripline.local.stack.Up",
                checkout.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new RunningUp(
                builder.redirectErrorStream(true).start(),
                StackConfig.of(checkout).withPorts(Ports.of(environment)));
    }

    StackConfig config() {
        return config;
    }

    /** All that it says until it is ready. */
    String untilReady() throws IOException {
        var said = new StringBuilder();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            said.append(line).append('\n');
            if (line.equals(LAST_LINE)) {
                return said.toString();
            }
        }
        throw new AssertionError("ended before it was ready:\n" + said);
    }

    /** What Ctrl-C does; returns what is said until the end. */
    String interrupt() throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
        var said = new StringBuilder();
        says.lines().forEach(line -> said.append(line).append('\n'));
        process.waitFor();
        return said.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            interrupt();
        }
        says.close();
    }
}
