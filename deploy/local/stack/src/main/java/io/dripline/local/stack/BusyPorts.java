package io.dripline.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds ports that someone else listens on already, and says in a sentence what to do. Uses the JDK alone, so that the script can run
 * it from its source before the first build.
 */
public final class BusyPorts {

    private BusyPorts() {}

    /** Prints a sentence for each busy port and exits with 1 if there is one. */
    public static void main(String[] args) {
        try {
            var sentences = of(Ports.of(System.getenv()).named());
            sentences.forEach(System.err::println);
            System.exit(sentences.isEmpty() ? 0 : 1);
        } catch (IllegalArgumentException badOffset) {
            System.err.println("dripline: " + badOffset.getMessage());
            System.exit(1);
        }
    }

    /** A sentence for each port that is in use. */
    static List<String> of(Map<Integer, String> named) {
        return named.entrySet().stream()
                .filter(entry -> answers(entry.getKey()))
                .map(entry -> sentence(entry.getKey(), entry.getValue(), listener(entry.getKey())))
                .toList();
    }

    static String sentence(int port, String part, Optional<String> process) {
        return "dripline: port %d on 127.0.0.1, which %s needs, is in use%s; end that process, or move all ports with DRIPLINE_PORT_OFFSET=1000 ./dripline up"
                .formatted(port, part, process.map(who -> " by " + who).orElse(""));
    }

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    /** Who listens, as far as this machine's tools tell: "process 123 (java)". */
    static Optional<String> listener(int port) {
        return run(List.of("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN"))
                .or(() -> run(List.of("ss", "-Hltnp", "sport = :" + port)).flatMap(BusyPorts::pidInSocketList))
                .map(String::strip)
                .filter(pid -> !pid.isEmpty())
                .map(pid -> pid.lines().findFirst().orElseThrow())
                .map(pid -> "process " + pid + command(pid));
    }

    /** The pid in a line of {@code ss -p}: {@code users:(("java",pid=123,fd=4))}. */
    static Optional<String> pidInSocketList(String line) {
        int start = line.indexOf("pid=");
        if (start < 0) {
            return Optional.empty();
        }
        var digits = line.substring(start + 4).chars().takeWhile(Character::isDigit);
        return Optional.of(digits.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static String command(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .map(command -> " (" + command + ")")
                .orElse("");
    }

    private static Optional<String> run(Collection<String> command) {
        try {
            var process = new ProcessBuilder(List.copyOf(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 && !output.isBlank()
                    ? Optional.of(output)
                    : Optional.empty();
        } catch (IOException toolIsMissing) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
