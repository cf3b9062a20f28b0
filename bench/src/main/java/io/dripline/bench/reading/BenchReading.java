package io.dripline.bench.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.Topics;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How long {@code /api/comparisons} and {@code /api/incidence} take at 8 clients with so many sessions counted, beside the same sums
 * by GROUP BY. On a line of its own, with PostgreSQL, Kafka, Keycloak and the packaged reporting service as the local stack runs
 * them, on free ports, in a directory that is removed afterwards; 10 million sessions take up to 15 GB of it.
 */
final class BenchReading {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int COMMITS_A_SECOND = 10;
    private static final int ROUNDS = 5;
    /** As an officer opens them; only what reporting holds itself is read, for nothing else of the line runs. */
    private static final List<String> PAGES = List.of(
            "/overview", "/measures/CNS", "/measures/HEPATIC", "/clinics", "/alerts", "/monitors", "/baselines");

    private final StackConfig config;
    private final long sessions;

    private BenchReading(StackConfig config, long sessions) {
        this.config = config;
        this.sessions = sessions;
    }

    /** Arguments: the checkout's directory; how many sessions, 10,000,000 unless given; {@code roll-ups} to measure without sums. */
    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]);
        long sessions = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000_000;
        boolean inMarginals = arguments.length < 3 || !arguments[2].equals("roll-ups");
        Path data = Files.createTempDirectory(Files.createDirectories(checkout.resolve("bench/target")), "reading-");
        StackConfig config = StackConfig.of(checkout)
                .withData(data)
                .withPorts(Ports.free())
                .withParts(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.REPORTING));
        try {
            new BenchReading(config, sessions).run(inMarginals);
        } finally {
            remove(data);
        }
    }

    private void run(boolean inMarginals) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s, %d cores, load %.1f, Java %s; %,d sessions, 100 clinics, 104 weeks, %s%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                load(),
                Runtime.version(),
                sessions,
                inMarginals ? "sums kept" : "without sums");
        try (LocalStack stack = new LocalStack(config, Journal.SILENT)) {
            stack.start(Part.POSTGRES);
            stack.start(Part.KAFKA);
            stack.start(Part.KEYCLOAK);
            createTopics();
            // Makes the tables.
            stack.start(Part.REPORTING);
            stack.stop(Part.REPORTING);
            try (Connection superuser = DriverManager.getConnection(config.jdbcUrl(Part.REPORTING), "postgres", "")) {
                load(superuser, inMarginals);
            }
            stack.start(Part.REPORTING);
            measure();
        }
    }

    private void load(Connection superuser, boolean inMarginals) throws SQLException, IOException {
        long begin = System.nanoTime();
        LoadSessions loading = new LoadSessions(superuser);
        loading.load(sessions);
        if (inMarginals) {
            loading.sum();
        } else {
            try (Statement statement = superuser.createStatement()) {
                statement.execute("update generation set in_marginals = false");
            }
        }
        loading.settle();
        System.out.printf(Locale.ROOT, "loaded in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        for (String table :
                List.of("cell", "cell_measure", "rollup", "rollup_measure", "marginal", "marginal_measure")) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %,d rows, %,d MB%n",
                    table,
                    number(superuser, "select count(*) from " + table),
                    number(superuser, "select pg_total_relation_size('%s') / 1000000".formatted(table)));
        }
    }

    private void measure() throws Exception {
        try (Connection service = DriverManager.getConnection(config.jdbcUrl(Part.REPORTING), "postgres", "")) {
            List<String> weeks = weeks(service);
            Clients clients = new Clients(config.address(Part.REPORTING), this::token);
            try (Commits commits = new Commits(config.address(Part.KAFKA), weeks)) {
                commits.ofEveryClinic();
                awaitMonitors(service);
                comparisons(clients, "nothing is committed");
                commits.begin(COMMITS_A_SECOND);
                comparisons(clients, COMMITS_A_SECOND + " sessions a second are counted");
            }
            pages(clients);
            incidence(clients, "usual", Questions.usual(weeks));
            incidence(clients, "other", Questions.others(weeks));
            floors(service, clients);
        }
    }

    private void comparisons(Clients clients, String meanwhile)
            throws IOException, InterruptedException, ExecutionException {
        clients.ask(random -> "/api/comparisons", WARM_UP);
        Latencies took = clients.ask(random -> "/api/comparisons", MEASURED);
        System.out.printf(Locale.ROOT, "/api/comparisons while %s: %s; load %.1f%n", meanwhile, took.line(), load());
    }

    /** The whole answer of a page, one client alone while nothing is counted: what comes before a browser can show anything. */
    private void pages(Clients clients) throws IOException, InterruptedException {
        for (String page : PAGES) {
            double[] took = clients.oneAfterTheOther(page, MEASURED.dividedBy(2));
            double first = took[0];
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "page %s: first %.0f ms, p50 %.0f ms, p95 %.0f ms, longest %.0f ms (%d answers); load %.1f%n",
                    page,
                    first,
                    took[took.length / 2],
                    took[(int) (took.length * 0.95)],
                    took[took.length - 1],
                    took.length,
                    load());
        }
    }

    private void incidence(Clients clients, String which, List<Questions> kinds)
            throws IOException, InterruptedException, ExecutionException {
        clients.ask(random -> kinds.get(random.nextInt(kinds.size())).query().apply(random), WARM_UP);
        for (Questions kind : kinds) {
            System.out.printf(
                    "/api/incidence %s: %s%n",
                    kind.name(),
                    clients.ask(kind.query(), MEASURED.dividedBy(2)).line());
        }
        Latencies all = clients.ask(
                random -> kinds.get(random.nextInt(kinds.size())).query().apply(random), MEASURED);
        System.out.printf(
                Locale.ROOT, "/api/incidence, %s questions mixed: %s; load %.1f%n", which, all.line(), load());
    }

    /** One at a time, in turn: the service, and the same sums by GROUP BY over the cells and over the sessions. */
    private void floors(Connection service, Clients clients) throws SQLException, IOException, InterruptedException {
        List<double[]> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double asked = clients.alone("/api/incidence?unit=SESSION&measure=CNS&by=week");
            double cells = time(service, "select week, sum(exposed) from cell where unit = 'SESSION' group by 1");
            double measured = time(service, """
                    select week, sum(affected) from cell join cell_measure on cell_id = id and measure = 'CNS'
                     where unit = 'SESSION' group by 1
                    """);
            double stored = time(
                    service,
                    "select week, count(*), count(*) filter (where 'CNS' = any(measures)) from bench.session group by 1");
            ratios.add(new double[] {asked, cells + measured, stored});
        }
        double[] medians = new double[3];
        for (int i = 0; i < medians.length; i++) {
            int column = i;
            medians[i] =
                    ratios.stream().mapToDouble(one -> one[column]).sorted().toArray()[ROUNDS / 2];
        }
        double ratio =
                ratios.stream().mapToDouble(one -> one[2] / one[0]).sorted().toArray()[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "CNS by week, one client, medians of %d: asked %.1f ms, GROUP BY over the cells %.0f ms, over the sessions %.0f ms: %.0f times%n",
                ROUNDS,
                medians[0],
                medians[1],
                medians[2],
                ratio);
    }

    private static double time(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void awaitMonitors(Connection service) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (number(
                        service,
                        "select count(*) from judgement where monitor in (select id from monitor where cohort ->> 'clinic' is not null)")
                < 500) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the monitors of 100 clinics were not judged within five minutes");
            }
            Thread.sleep(500);
        }
    }

    private static List<String> weeks(Connection service) throws SQLException {
        List<String> weeks = new ArrayList<>();
        try (Statement statement = service.createStatement();
                ResultSet rows = statement.executeQuery("select unnest(weeks) from bench.names")) {
            while (rows.next()) {
                weeks.add(rows.getString(1));
            }
        }
        return weeks;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.address(Part.KAFKA)))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.INCIDENCE, Topics.PARTITIONS, (short) 1).configs(Topics.TABLE_CONFIG),
                            new NewTopic(Topics.CLINIC_WEEKS, Topics.PARTITIONS, (short) 1)
                                    .configs(Topics.TABLE_CONFIG)))
                    .all()
                    .get();
        }
    }

    private String token() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(config.issuer() + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "grant_type=password&client_id=dripline-cli&username=officer&password=local-officer"))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body()).get("access_token").asText();
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
