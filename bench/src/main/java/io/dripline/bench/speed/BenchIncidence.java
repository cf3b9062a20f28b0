package io.dripline.bench.speed;

import io.dripline.bench.LocalLine;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.deadletter.ProcessingService;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.incidence.count.CountingRule;
import io.dripline.incidence.count.IncidenceTopology;
import io.dripline.incidence.count.Outcomes;
import io.dripline.trace.TraceConfig;
import io.dripline.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/**
 * How fast coded sessions are counted into an empty state, against a bare topology that reads the same records, rekeys each by its cell and
 * counts. Both are set as the packaged service: exactly once, one thread, the same time between commits.
 */
final class BenchIncidence {

    private static final Figure SESSIONS =
            new Figure("--sessions", 300_000, 20_000, 6, "coded sessions that each round counts");
    private static final Figure PAIRS = new Figure("--pairs", 5, 1, 1, "rounds of each");
    private static final Figure SEED = new Figure("--seed", 1, 1, 0, "what sessions are made from");

    static final Command COMMAND = new Command(
            "incidence",
            "Measures how fast coded sessions are counted. Needs a broker alone: ./dripline up --only kafka, on data to be thrown away.",
            List.of(SESSIONS, PAIRS, SEED));

    private static final List<String> TOPICS =
            List.of(Topics.SESSIONS_CODED, Topics.INCIDENCE, Topics.deadLettersOf(Topics.SESSIONS_CODED));

    private BenchIncidence() {}

    /** Arguments: the checkout's directory, then options. */
    public static void main(String[] arguments) throws InterruptedException {
        COMMAND.run(arguments, BenchIncidence::measure);
    }

    private static void measure(Path checkout, Options options) throws Exception {
        long sessions = options.get(SESSIONS);
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        claimTopics();
        try {
            write(options.get(SEED), sessions);
            compare(options, sessions, run);
        } finally {
            delete(TOPICS);
        }
    }

    private static void compare(Options options, long sessions, String run) throws Exception {
        List<Double> counted = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        // The first pair is not measured: its code is compiled meanwhile.
        for (int pair = 0; pair <= options.count(PAIRS); pair++) {
            boolean bareFirst = pair % 2 == 0;
            double floor = bareFirst ? bare(run + pair, sessions) : 0;
            double ours = ours(run + pair, sessions);
            floor = bareFirst ? floor : bare(run + pair, sessions);
            System.out.printf(
                    Locale.ROOT,
                    "%s: incidence %,.0f a second, rekey and count %,.0f, %.1f %%%n",
                    pair == 0 ? "to warm up" : "pair " + pair,
                    ours,
                    floor,
                    100 * ours / floor);
            if (pair > 0) {
                counted.add(ours);
                bare.add(floor);
                ratios.add(100 * ours / floor);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d coded sessions a round: incidence %s a second, rekey and count %s%n",
                sessions,
                Spread.of(counted).shown(",.0f"),
                Spread.of(bare).shown(",.0f"));
        System.out.println(
                "share of the bare topology's rate: " + Spread.of(ratios).shown(".1f") + " %");
        System.out.println(Aim.atLeast("share of a bare topology's rate", 60, " %")
                .judge(Spread.of(ratios).median()));
    }

    private static double ours(String name, long sessions) throws Exception {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Traces traces = new Traces("incidence", new TracedByTheTenth());
        Topology topology = IncidenceTopology.of(
                new CountingRule(1, Measures.standard(), CountPatient.DEFAULT_COURSE_GAP),
                new Outcomes(metrics),
                new ProcessingService("incidence", "bench"),
                traces);
        return CountingRound.run(
                "bench-incidence-" + name,
                topology,
                () -> (long) metrics.get("dripline.incidence.records")
                        .tag("outcome", "counted")
                        .counter()
                        .count(),
                sessions);
    }

    /** The record is read, rekeyed by the cell of its session, carried there and counted. */
    private static double bare(String name, long sessions) throws Exception {
        LongAdder counted = new LongAdder();
        String output = "bench-bare-" + name + "-counts";
        create(List.of(output));
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(Topics.SESSIONS_CODED, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .selectKey((key, value) -> CountedSession.of(ContractJson.read(value, CodedSession.class))
                        .cell()
                        .key())
                .groupByKey(Grouped.with(Serdes.String(), Serdes.ByteArray()))
                .aggregate(
                        () -> 0L,
                        (key, value, count) -> {
                            counted.increment();
                            return count + 1;
                        },
                        Materialized.with(Serdes.String(), Serdes.Long()))
                .toStream()
                .to(output, Produced.with(Serdes.String(), Serdes.Long()));
        return CountingRound.run("bench-bare-" + name, builder.build(), counted::sum, sessions);
    }

    /** Makes the topics; what lay in them already would be counted too, and the service would count beside this. */
    private static void claimTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalLine.kafka()))) {
            if (admin.listTopics().names().get().contains(Topics.SESSIONS_CODED)) {
                throw new IllegalStateException("expected a broker without " + Topics.SESSIONS_CODED
                        + "; run ./dripline up --only kafka in a checkout whose data are new");
            }
        }
        create(TOPICS);
    }

    private static void create(List<String> topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalLine.kafka()))) {
            admin.createTopics(topics.stream()
                            .map(name -> new NewTopic(name, Topics.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void delete(List<String> topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalLine.kafka()))) {
            admin.deleteTopics(topics).all().get();
        }
    }

    /** Into each patient's partition, as classification does. */
    private static void write(long seed, long sessions) throws Exception {
        MadeCodings made = new MadeCodings(seed, LocalDate.now(ZoneOffset.UTC).minusDays(2), Clinic.OF_TWO_YEARS);
        long bytes = 0;
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalLine.kafka(), "linger.ms", "20", "batch.size", "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (long i = 0; i < sessions; i++) {
                CodedSession session = made.next();
                byte[] value = ContractJson.write(session);
                bytes += value.length;
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.SESSIONS_CODED,
                        BuiltInPartitioner.partitionForKey(
                                session.patient().getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS),
                        session.id().toString().getBytes(StandardCharsets.UTF_8),
                        value)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
        System.out.printf(Locale.ROOT, "%,d coded sessions of %,d bytes each%n", sessions, bytes / sessions);
    }

    /** As the service is set unless it is told otherwise, and nothing is sent anywhere. */
    private static final class TracedByTheTenth implements TraceConfig {

        @Override
        public Optional<URI> endpoint() {
            return Optional.empty();
        }

        @Override
        public double ratio() {
            return 0.1;
        }
    }
}
