package io.dripline.bench.fuzz;

import io.dripline.access.Caller;
import io.dripline.bench.LocalLine;
import io.dripline.fuzz.FuzzService;
import io.dripline.fuzz.KeptTokens;
import io.dripline.fuzz.Operation;
import io.dripline.fuzz.Outcome;
import io.dripline.fuzz.PlantSessions;
import io.dripline.fuzz.Planted;
import io.dripline.fuzz.ReadDescription;
import io.dripline.fuzz.SurveyService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends requests to the services of the running line, in chunks after each of which what they hold is measured. */
final class FuzzRequests {

    private static final String CLINIC = "clinic-north";
    private static final String OTHER_CLINIC = "clinic-south";
    static final long CHUNK = 5_000;
    private static final int CONNECTIONS = 4;
    /** Half the life of a token of the local realm. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final Map<String, Integer> PORTS = ports();

    private final Path root;
    private final Path file;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final KeptTokens tokens = new KeptTokens(this::token, LIFE);
    private final ServiceHeap heap = new ServiceHeap(http);

    FuzzRequests(Path root) throws IOException {
        this.root = root;
        file = root.resolve(".dripline/fuzz/requests.json");
        progress = Progress.read(file);
    }

    /** True if nothing was found, now or before, and no service holds more and more. */
    boolean run(Wish wish) throws IOException, InterruptedException {
        Map<String, FuzzService> services = services(wish);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("--only: expected one of " + PORTS.keySet());
        }
        if (wish.replays()) {
            System.out.println(
                    services.values().iterator().next().replay(wish.seed(), wish.from() == null ? 0 : wish.from()));
            return true;
        }
        for (Map.Entry<String, FuzzService> service : services.entrySet()) {
            measure(service.getKey());
        }
        long left = wish.count();
        for (long done = 0; done < wish.count(); done += CHUNK) {
            long chunk = Math.min(CHUNK, left);
            for (Map.Entry<String, FuzzService> service : services.entrySet()) {
                send(service.getKey(), service.getValue(), wish, done, chunk);
            }
            left -= chunk;
        }
        boolean isSteady = tell();
        return isSteady && progress.faults().isEmpty();
    }

    private void send(String name, FuzzService service, Wish wish, long done, long count)
            throws IOException, InterruptedException {
        long from = wish.from() == null ? progress.next(name, wish.seed()) : wish.from() + done;
        Outcome outcome = new Outcome();
        long begun = System.nanoTime();
        service.run(outcome, wish.seed(), from, count, CONNECTIONS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        progress.add(name, wish.seed(), from + count, count, outcome);
        measure(name);
        progress.save(file);
        System.out.printf(
                Locale.ROOT,
                "%s: requests %d to %d of seed %d, %.0f a second, %d findings%n",
                name,
                from,
                from + count - 1,
                wish.seed(),
                count / seconds,
                outcome.findings().size());
    }

    private void measure(String name) throws IOException, InterruptedException {
        OptionalLong process = ServiceHeap.process(name);
        if (process.isPresent()) {
            long held = heap.held(port(name), process.getAsLong());
            progress.heaps()
                    .add(new Progress.Heap(
                            name, process.getAsLong(), progress.sent().getOrDefault(name, 0L), held));
        }
    }

    /** True unless a service surely holds more with each request. */
    private boolean tell() {
        boolean isSteady = true;
        System.out.println("so far:");
        progress.sent().forEach((name, sent) -> System.out.printf("  %s: %d requests%n", name, sent));
        progress.answers().forEach((kind, many) -> System.out.printf("    %s: %d%n", kind, many));
        for (String name : PORTS.keySet()) {
            for (long process : progress.processes(name)) {
                isSteady &= tell(name, process);
            }
        }
        progress.faults().forEach((fault, many) -> System.out.printf("  found %d times: %s%n", many, fault));
        System.out.println("  all of it is in " + root.relativize(file));
        return isSteady;
    }

    private boolean tell(String name, long process) {
        List<Progress.Heap> points = progress.heaps(name, process);
        Growth growth = Growth.of(points);
        String judged = growth.isKnown()
                ? "%.2f MiB more for 100,000 requests, at least %.2f%s"
                        .formatted(
                                growth.slope() * 100_000 / 1048576,
                                growth.least() * 100_000 / 1048576,
                                growth.isLeak() ? ": it keeps something of each" : "")
                : "too few requests to tell whether it grows";
        System.out.printf(
                Locale.ROOT,
                "  %s (process %d) holds %.1f MiB after a collection; %s%n",
                name,
                process,
                points.getLast().bytes() / 1048576.0,
                judged);
        return !growth.isLeak();
    }

    /** What is planted at intake is looked for in the others' answers too. */
    private Map<String, FuzzService> services(Wish wish) throws IOException {
        List<Operation> reports = doors("intake");
        Planted sessions = new PlantSessions(address("intake"), reports, tokens).at(CLINIC);
        Map<String, FuzzService> services = new LinkedHashMap<>();
        for (String name : PORTS.keySet()) {
            if (wish.means(name)) {
                List<Operation> doors = doors(name);
                Planted planted = name.equals("intake") ? sessions : marked(survey(name, doors), sessions);
                services.put(name, new FuzzService(name, address(name), doors, planted, tokens));
            }
        }
        return services;
    }

    private Planted survey(String name, List<Operation> doors) throws IOException {
        return new SurveyService(address(name), doors, tokens).at(CLINIC);
    }

    private static Planted marked(Planted found, Planted sessions) {
        Set<String> marks = new LinkedHashSet<>(found.marks());
        marks.addAll(sessions.marks());
        return new Planted(CLINIC, marks, sessions.secrets(), found.marked(), found.own(), found.cursors());
    }

    private List<Operation> doors(String name) {
        return ReadDescription.of(root.resolve("docs/openapi").resolve(name + ".yaml"));
    }

    private static URI address(String name) {
        return LocalLine.uri(port(name), "/");
    }

    private static int port(String name) {
        Integer port = PORTS.get(name);
        if (port == null) {
            throw new IllegalArgumentException(name);
        }
        return port;
    }

    private @Nullable String token(Caller caller) {
        try {
            return switch (caller) {
                case CLINIC -> LocalLine.ofClinic(http, CLINIC);
                case OTHER_CLINIC -> LocalLine.ofClinic(http, OTHER_CLINIC);
                case OFFICER -> LocalLine.ofPerson(http, "officer");
                case AUDITOR -> LocalLine.ofPerson(http, "auditor");
                default -> null;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("intake", 8081);
        ports.put("classification", 8082);
        ports.put("reporting", 8080);
        return ports;
    }
}
