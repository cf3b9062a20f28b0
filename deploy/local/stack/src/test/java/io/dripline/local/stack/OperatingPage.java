package io.dripline.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** {@code docs/operating.md}: its words, and what its commands would have a container engine do. */
record OperatingPage(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^    .*\\n(?:\\n(?=    ))?)+");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```\\w+$.*?^```$");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

    /** What a command of the page calls, and with which words. */
    record Call(String program, List<String> words) {

        boolean isCompose(String command) {
            return words.size() > 1
                    && words.get(0).equals("compose")
                    && words.get(1).equals(command);
        }

        /** The word after one, such as the database after {@code -d}. */
        String after(String word) {
            int at = words.indexOf(word);
            if (at < 0 || at + 1 == words.size()) {
                throw new AssertionError("nothing follows " + word + " in " + words);
            }
            return words.get(at + 1);
        }
    }

    /** How a shell ended that was given a block of the page, and what it called. */
    record Run(int code, String output, List<Call> calls) {}

    static OperatingPage read() {
        try {
            return new OperatingPage(Files.readString(Checkout.root().resolve("docs/operating.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The indented blocks, each a script; what is no shell stands between fences. */
    List<String> blocks() {
        return BLOCK.matcher(unfenced())
                .results()
                .map(block -> block.group().stripIndent())
                .toList();
    }

    /** What the prose sets in code. */
    List<String> spans() {
        return SPAN.matcher(BLOCK.matcher(unfenced()).replaceAll(""))
                .results()
                .map(span -> span.group(1))
                .toList();
    }

    private String unfenced() {
        return FENCED.matcher(text).replaceAll("");
    }

    /** The blocks, and the commands to an engine in the prose. */
    Stream<String> scripts() {
        return Stream.concat(blocks().stream(), spans().stream().filter(span -> span.startsWith("docker ")));
    }

    /**
     * Runs a script in an empty directory with {@code .env.example} and a backup, where {@code curl}, {@code docker} and
     * {@code git} only write down how they are called and nothing is found that the page could not expect on a server.
     */
    static Run run(String script, Path directory) throws IOException, InterruptedException {
        var bin = Files.createDirectories(directory.resolve("bin"));
        var calls = directory.resolve("calls");
        for (var program : List.of("curl", "docker", "git")) {
            var stub = bin.resolve(program);
            Files.writeString(stub, """
                    #!/bin/bash
                    { printf '%%s\\0' %s "$@"; printf '\\n'; } >> '%s'
                    PATH='%s' exec cat > /dev/null
                    """.formatted(program, calls, System.getenv("PATH")));
            stub.toFile().setExecutable(true);
        }
        for (var tool : List.of("bash", "cp", "date", "gunzip", "gzip", "sed")) {
            var stub = bin.resolve(tool);
            Files.writeString(stub, "#!/bin/bash\nPATH='%s' exec %s \"$@\"\n".formatted(System.getenv("PATH"), tool));
            stub.toFile().setExecutable(true);
        }
        Files.copy(Checkout.root().resolve(".env.example"), directory.resolve(".env.example"));
        Files.copy(Checkout.root().resolve(".env.example"), directory.resolve(".env"));
        try (OutputStream backup =
                new GZIPOutputStream(Files.newOutputStream(directory.resolve("dripline-2026-11-22.tar.gz")))) {
            backup.write(0);
        }
        var builder = new ProcessBuilder("/bin/bash", "-euo", "pipefail", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", bin.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        return new Run(code, output, Files.exists(calls) ? read(Files.readString(calls)) : List.of());
    }

    private static List<Call> read(String written) {
        var calls = new ArrayList<Call>();
        for (var line : written.split("\0\n")) {
            var words = Arrays.asList(line.split("\0", -1));
            calls.add(new Call(words.getFirst(), words.subList(1, words.size())));
        }
        return calls;
    }
}
