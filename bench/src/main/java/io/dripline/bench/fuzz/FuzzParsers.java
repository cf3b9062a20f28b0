package io.dripline.bench.fuzz;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the targets of {@code services/parsers} by coverage, each in a process of its own, beginning where the last run ended. */
final class FuzzParsers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TARGET = Pattern.compile("@FuzzTest\\s+void (\\w+)\\(");
    /** What libFuzzer counts as it goes, and at its end. */
    private static final Pattern COUNTED = Pattern.compile("^#(\\d+)\\s|^Done (\\d+) runs");

    private static final Pattern COVERED = Pattern.compile("\\bcov: (\\d+)");

    private final Path module;
    private final Path data;
    private final Path file;

    FuzzParsers(Path root) {
        module = root.resolve("services/parsers");
        data = root.resolve(".dripline/fuzz");
        file = data.resolve("parsers.json");
    }

    /**
     * A target's past.
     *
     * @param runs in all
     * @param covered edges at the end of the last run
     * @param found inputs that it failed on
     */
    record Past(long runs, long covered, List<String> found) {}

    /** True if nothing was found, now or before. */
    boolean run(Wish wish) throws IOException, InterruptedException {
        if (!Files.isDirectory(module.resolve("target/lib"))) {
            throw new IllegalArgumentException("services/parsers is not built; run ./dripline up first");
        }
        Map<String, Past> pasts = read();
        for (String target : targets()) {
            if (wish.only() == null || target.contains(wish.only())) {
                pasts.put(target, run(target, wish, pasts.getOrDefault(target, new Past(0, 0, List.of()))));
                save(pasts);
            }
        }
        tell(pasts);
        return pasts.values().stream().allMatch(past -> past.found().isEmpty());
    }

    private Past run(String target, Wish wish, Past past) throws IOException, InterruptedException {
        String type = target.substring(0, target.indexOf("::"));
        String method = target.substring(target.indexOf("::") + 2);
        Path corpus =
                Files.createDirectories(data.resolve("corpus").resolve(type).resolve(method));
        Path findings = Files.createDirectories(data.resolve("findings").resolve(type + "." + method));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command(type, method, wish, past, corpus, findings))
                .directory(Files.createDirectories(data.resolve("work")).toFile())
                .redirectErrorStream(true)
                .start();
        long runs = 0;
        long covered = past.covered();
        List<String> last = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher counted = COUNTED.matcher(line);
                if (counted.find()) {
                    runs = Math.max(
                            runs, Long.parseLong(counted.group(1) == null ? counted.group(2) : counted.group(1)));
                }
                Matcher edges = COVERED.matcher(line);
                if (edges.find()) {
                    covered = Long.parseLong(edges.group(1));
                }
                last.add(line);
                if (last.size() > 80) {
                    last.removeFirst();
                }
            }
        }
        int ended = process.waitFor();
        List<String> found = new ArrayList<>(past.found());
        if (ended != 0) {
            last.forEach(System.out::println);
            found.addAll(inputs(findings, found));
            if (found.size() == past.found().size()) {
                found.add("ended with " + ended);
            }
        }
        System.out.printf(
                "%s: %d runs in %d s, %d edges%n", target, runs, (System.nanoTime() - begun) / 1_000_000_000L, covered);
        return new Past(past.runs() + runs, covered, found);
    }

    private List<String> command(String type, String method, Wish wish, Past past, Path corpus, Path findings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                module.resolve("target/test-classes") + File.pathSeparator + module.resolve("target/lib") + "/*",
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + type,
                "--target_method=" + method,
                "--instrumentation_includes=io.dripline.**:com.fasterxml.jackson.**",
                "--reproducer_path=" + findings,
                // A target ends by its runs, not after the five minutes that are usual.
                "--max_duration=24h",
                "-runs=" + wish.count(),
                // Another one each time, so that runs that add up do not repeat one another.
                "-seed=" + (wish.seed() + past.runs()) % Integer.MAX_VALUE,
                "-timeout=120",
                "-max_len=8192",
                "-artifact_prefix=" + findings + "/",
                corpus.toString()));
        seeds(type, method).forEach(seeds -> command.add(seeds.toString()));
        return command;
    }

    /** What the regression runs begin with: of the whole class, and of the method. */
    private Stream<Path> seeds(String type, String method) {
        Path ofClass = module.resolve("target/test-classes").resolve(type.replace('.', '/') + "Inputs");
        return Stream.of(ofClass.resolve(method), ofClass)
                .filter(Files::isDirectory)
                .limit(1);
    }

    private static List<String> inputs(Path findings, List<String> known) throws IOException {
        try (Stream<Path> files = Files.list(findings)) {
            return files.map(Path::toString)
                    .filter(name -> !name.endsWith(".java") && !known.contains(name))
                    .sorted()
                    .toList();
        }
    }

    /** As {@code package.Class::method}, ordered. */
    private List<String> targets() throws IOException {
        Path sources = module.resolve("src/test/java");
        List<String> targets = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path source : files.filter(path -> path.toString().endsWith("FuzzTest.java"))
                    .sorted()
                    .toList()) {
                String type = sources.relativize(source)
                        .toString()
                        .replace(".java", "")
                        .replace(File.separatorChar, '.');
                TARGET.matcher(Files.readString(source))
                        .results()
                        .forEach(match -> targets.add(type + "::" + match.group(1)));
            }
        }
        return targets;
    }

    private void tell(Map<String, Past> pasts) {
        System.out.println("so far:");
        pasts.forEach((target, past) -> System.out.printf(
                "  %,15d runs, %5d edges, %d found: %s%n",
                past.runs(), past.covered(), past.found().size(), target));
        System.out.printf(
                "  %,15d runs in all; inputs and findings are in %s%n",
                pasts.values().stream().mapToLong(Past::runs).sum(), data);
    }

    private Map<String, Past> read() throws IOException {
        return Files.exists(file)
                ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, Past>>() {})
                : new TreeMap<>();
    }

    private void save(Map<String, Past> pasts) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), pasts);
    }
}
