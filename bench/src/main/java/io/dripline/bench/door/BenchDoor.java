package io.dripline.bench.door;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the door module costs a report: two processes of the packaged intake, one of them without the module, are given the
 * same reports one after another, in pairs whose order changes, each with a database of its own on one PostgreSQL that
 * waits for the disk.
 */
final class BenchDoor {

    private static final int ROUNDS = 8;
    private static final int WARM_UP = 3_000;
    private static final String CLINIC = "clinic-bench";
    private static final String KEY = "a-key-for-measuring-that-is-long-enough";

    private BenchDoor() {}

    /** Arguments: the checkout's directory; then how many pairs in each of 8 rounds, if not 1,000. */
    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]);
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        Path room = Files.createTempDirectory("bench-door");
        ClinicToken token = new ClinicToken();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            createDatabases(postgres);
            try (RunningIntake with = RunningIntake.start(
                            checkout,
                            room.resolve("with.log"),
                            List.of(),
                            settings(postgres, "intake_with", token),
                            token.of(CLINIC));
                    RunningIntake without = RunningIntake.start(
                            checkout,
                            room.resolve("without.log"),
                            List.of("-javaagent:" + WithoutDoor.agent(room)),
                            settings(postgres, "intake_without", token),
                            token.of(CLINIC))) {
                measure(with, without, pairs);
            }
        }
    }

    private static void measure(RunningIntake with, RunningIntake without, int pairs) throws Exception {
        int number = 0;
        hold(with.report(number).headers().map().containsKey("x-frame-options"), "the door to be there");
        hold(!without.report(number).headers().map().containsKey("x-frame-options"), "the door to be gone");
        for (int i = 0; i < WARM_UP; i++) {
            number++;
            with.report(number);
            without.report(number);
        }
        List<Double> processorRatios = new ArrayList<>();
        List<Double> timeRatios = new ArrayList<>();
        double[] processor = new double[2];
        System.out.printf("%-6s %28s %28s%n", "round", "processor, us a report", "time of a report, p50 in us");
        System.out.printf(
                "%-6s %8s %8s %10s %8s %8s %10s%n", "", "with", "without", "ratio", "with", "without", "ratio");
        for (int round = 1; round <= ROUNDS; round++) {
            long usedWith = with.processorTime().toNanos();
            long usedWithout = without.processorTime().toNanos();
            long[] timesWith = new long[pairs];
            long[] timesWithout = new long[pairs];
            for (int i = 0; i < pairs; i++) {
                number++;
                if (i % 2 == 0) {
                    timesWith[i] = time(with, number);
                    timesWithout[i] = time(without, number);
                } else {
                    timesWithout[i] = time(without, number);
                    timesWith[i] = time(with, number);
                }
            }
            double cpuWith = (with.processorTime().toNanos() - usedWith) / 1e3 / pairs;
            double cpuWithout = (without.processorTime().toNanos() - usedWithout) / 1e3 / pairs;
            double p50With = median(timesWith) / 1e3;
            double p50Without = median(timesWithout) / 1e3;
            processor[0] += cpuWith / ROUNDS;
            processor[1] += cpuWithout / ROUNDS;
            processorRatios.add(cpuWith / cpuWithout);
            timeRatios.add(p50With / p50Without);
            System.out.printf(
                    "%-6d %8.0f %8.0f %10.3f %8.0f %8.0f %10.3f%n",
                    round, cpuWith, cpuWithout, cpuWith / cpuWithout, p50With, p50Without, p50With / p50Without);
        }
        System.out.printf(
                "%d rounds of %,d pairs: processor %.0f and %.0f us a report, ratio %s; time, ratio %s%n",
                ROUNDS, pairs, processor[0], processor[1], spread(processorRatios), spread(timeRatios));
    }

    private static long time(RunningIntake intake, int number) throws Exception {
        long begin = System.nanoTime();
        intake.report(number);
        return System.nanoTime() - begin;
    }

    private static double median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        double middle = (sorted.get((ROUNDS - 1) / 2) + sorted.get(ROUNDS / 2)) / 2;
        return "%.3f (%.3f to %.3f)".formatted(middle, sorted.getFirst(), sorted.getLast());
    }

    private static void hold(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }

    private static void createDatabases(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role intake login password 'local-intake'");
            statement.execute("create role intake_owner login password 'local-intake-owner'");
            statement.execute("create database intake_with owner intake_owner");
            statement.execute("create database intake_without owner intake_owner");
        }
    }

    /** As on a local stack, without an issuer and without a broker: reports are taken while both are away. */
    private static Map<String, String> settings(EmbeddedPostgres postgres, String database, ClinicToken token) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_PROFILE", "local");
        settings.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
                        .formatted(postgres.getPort(), database));
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", token.publicKey());
        settings.put("QUARKUS_OIDC_TOKEN_ISSUER", ClinicToken.ISSUER);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9");
        settings.put("DRIPLINE_INTAKE_PSEUDONYM_KEY", KEY);
        settings.put("DRIPLINE_FREE_TEXT_KEYS", KEY);
        settings.put("DRIPLINE_LEDGER_KEY", KEY);
        return settings;
    }
}
