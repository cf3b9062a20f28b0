package io.dripline.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processes of the line that runs on a checkout's data, known by the files in which {@code ./dripline up} keeps their ids. */
final class LineProcesses {

    private static final String SUFFIX = ".pid";
    private static final String SUPERVISOR = "up";
    /** Together they may use so much of one processor and still be quiet: they poll. */
    private static final double QUIET = 0.15;

    /** How PostgreSQL titles its processes: a role and a database, or what the process is for. */
    private static final Pattern OF_A_ROLE = Pattern.compile("postgres: (\\w+) \\w+ \\d[\\d.]*\\(.*", Pattern.DOTALL);

    private final Path run;
    private final Duration tick;

    LineProcesses(Path checkout) throws IOException {
        run = checkout.resolve(".dripline/run");
        tick = ProcStat.tick();
    }

    /**
     * Their ids by name, the supervisor's left out.
     *
     * @throws IllegalStateException if none runs
     */
    Map<String, Long> ids() throws IOException {
        Map<String, Long> ids = new TreeMap<>();
        if (Files.isDirectory(run)) {
            try (var files = Files.list(run)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(SUFFIX)).toList()) {
                    String name = file.getFileName().toString().replace(SUFFIX, "");
                    String id = Files.readString(file).strip();
                    if (!name.equals(SUPERVISOR)
                            && !id.isEmpty()
                            && ProcStat.of(Long.parseLong(id)).isPresent()) {
                        ids.put(name, Long.parseLong(id));
                    }
                }
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalStateException("no part of the line runs on " + run.getParent() + "; start ./dripline up");
        }
        return ids;
    }

    /** What they have used so far. */
    Usage used() throws IOException {
        Map<Usage.Part, Duration> used = new HashMap<>();
        for (Map.Entry<String, Long> one : ids().entrySet()) {
            long pid = one.getValue();
            ProcStat.of(pid)
                    .ifPresent(stat -> used.put(
                            new Usage.Part(one.getKey(), pid), tick.multipliedBy(stat.own() + stat.ofEnded())));
            if (one.getKey().equals(Usage.POSTGRES)) {
                for (ProcessHandle child : ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .toList()) {
                    Usage.Part part = new Usage.Part(role(title(child.pid())), pid);
                    ProcStat.of(child.pid())
                            .ifPresent(stat -> used.merge(part, tick.multipliedBy(stat.own()), Duration::plus));
                }
            }
        }
        return new Usage(used);
    }

    /** {@code postgres intake} for a process that works for that role, {@code postgres} for one that works for all. */
    static String role(String title) {
        Matcher matcher = OF_A_ROLE.matcher(title);
        return matcher.matches() ? Usage.POSTGRES + " " + matcher.group(1) : Usage.POSTGRES;
    }

    /** Whether intake runs with both compilers. */
    boolean compilesTwice() throws IOException {
        Long intake = ids().get("intake");
        return intake != null && !title(intake).contains("-XX:TieredStopAtLevel=1");
    }

    /**
     * Waits until what was begun is done: until all of them together use next to nothing for a second.
     *
     * @return whether it came to that within {@code patience}
     */
    boolean awaitQuiet(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Usage before = used();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(1));
            Usage now = used();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (Usage.sum(now.since(before), name -> true).toNanos() / 1e9 < QUIET * seconds) {
                return true;
            }
            before = now;
        }
        return false;
    }

    private static String title(long pid) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException ended) {
            return "";
        }
    }

    /** The names of what runs. */
    List<String> names() throws IOException {
        return List.copyOf(ids().keySet());
    }
}
