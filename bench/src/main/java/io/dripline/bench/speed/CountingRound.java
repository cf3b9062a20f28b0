package io.dripline.bench.speed;

import io.dripline.bench.LocalLine;
import io.dripline.incidence.count.IncidenceTopology;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** One topology that takes all of a topic into an empty state, set as the packaged incidence service is but for its name and its directory. */
final class CountingRound {

    private static final String PREFIX = "kafka-streams.";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 5;

    private CountingRound() {}

    /**
     * How many records it takes a second, from the first to the last.
     *
     * @param name that no round had before
     * @param counted how many it has taken so far
     * @throws IllegalStateException if it fails, or does not take all within ten minutes
     */
    static double run(String name, Topology topology, LongSupplier counted, long records) throws Exception {
        Path state = Files.createTempDirectory("bench-incidence");
        Properties properties = asPackaged();
        properties.put("application.id", name);
        properties.put("bootstrap.servers", LocalLine.kafka());
        properties.put("state.dir", state.toString());
        CountDownLatch failed = new CountDownLatch(1);
        KafkaStreams streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(failure -> {
            failed.countDown();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        try {
            streams.start();
            long patience = System.nanoTime() + PATIENCE.toNanos();
            await(() -> counted.getAsLong() > 0, failed, patience);
            long begin = System.nanoTime();
            long already = counted.getAsLong();
            await(() -> counted.getAsLong() >= records, failed, patience);
            return (records - already) / ((System.nanoTime() - begin) / 1e9);
        } finally {
            streams.close(CloseOptions.timeout(Duration.ofSeconds(30))
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            delete(state);
            forget(name);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition, CountDownLatch failed, long patience) throws InterruptedException {
        while (!condition.holds()) {
            if (failed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > patience) {
                throw new IllegalStateException(
                        "the topology failed or did not take all within " + PATIENCE.toMinutes() + " minutes");
            }
        }
    }

    /** What the packaged service hands to Kafka Streams, without what comes from outside it. */
    private static Properties asPackaged() throws IOException {
        Properties streams = new Properties();
        for (URL url :
                Collections.list(IncidenceTopology.class.getClassLoader().getResources("application.properties"))) {
            Properties one = new Properties();
            try (InputStream in = url.openStream()) {
                one.load(in);
            }
            if (!"dripline-incidence".equals(one.getProperty("quarkus.application.name"))) {
                continue;
            }
            for (String key : one.stringPropertyNames()) {
                String value = one.getProperty(key);
                if (key.startsWith(PREFIX) && !value.contains("${")) {
                    streams.put(key.substring(PREFIX.length()), value);
                }
            }
        }
        if (!"exactly_once_v2".equals(streams.get("processing.guarantee"))) {
            throw new IllegalStateException("expected the packaged incidence service to count exactly once");
        }
        return streams;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Its own topics and its group. Shares stay in the line's topic until the run ends. */
    private static void forget(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalLine.kafka()))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(name))
                    .toList();
            admin.deleteTopics(topics).all().get();
            admin.deleteConsumerGroups(List.of(name)).all().get();
        }
    }
}
