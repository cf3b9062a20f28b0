package io.dripline.journeys;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.journeys.ForcedKillJourney.Counted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Stands in for classification: a seeded stream of coded sessions with amendments, withdrawals and old versions. */
final class CodedTable implements AutoCloseable {

    private static final String GROUP = "dripline-incidence-g1";
    private static final OffsetDateTime FIRST_START = OffsetDateTime.of(2024, 11, 25, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final List<Coding> TERMS = List.of(
            coding("dizziness", Category.CNS), coding("vomiting", Category.GI), coding("hypertension", Category.CARDIOVASCULAR));

    private final Random random;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Object> client;
    private final Map<UUID, CodedSession> latest = new HashMap<>();
    private final List<CodedSession> all = new ArrayList<>();

    CodedTable(String bootstrap, long seed) throws ExecutionException, InterruptedException {
        random = new Random(seed);
        client = Map.of("bootstrap.servers", bootstrap);
        admin = Admin.create(client);
        admin.createTopics(List.of(new NewTopic(Topics.SESSIONS_CODED, Topics.PARTITIONS, (short) 1).configs(Topics.TABLE_CONFIG)))
                .all()
                .get();
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends {@code count} records: new sessions, later and earlier versions, and repeats. */
    void append(int count) {
        for (int i = 0; i < count; i++) {
            CodedSession session = next();
            latest.merge(session.id(), session, (a, b) -> a.version() >= b.version() ? a : b);
            all.add(session);
            producer.send(new ProducerRecord<>(
                    Topics.SESSIONS_CODED,
                    partition(session.patient()),
                    session.id().toString(),
                    ContractJson.write(session)));
        }
        producer.flush();
    }

    /** Some, but not all that was sent has been committed as counted. */
    boolean isBeingCounted() throws ExecutionException, InterruptedException {
        return committed() > 0 && !isCounted();
    }

    boolean isCounted() throws ExecutionException, InterruptedException {
        return committed() == all.size();
    }

    private long committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.SESSIONS_CODED) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** The latest committed share of every key in the incidence table. */
    Map<String, CellShare> incidence() {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("isolation.level", "read_committed");
        Map<String, CellShare> shares = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(i -> new TopicPartition(Topics.INCIDENCE, i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    shares.put(record.key(), ContractJson.read(record.value(), CellShare.class));
                }
            }
        }
        return shares;
    }

    /** The same from scratch, by partition of the patients. */
    Map<String, Counted> recount() {
        CountPatient count = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        Map<String, CellCount> cells = new HashMap<>();
        Map<String, List<CodedSession>> byPatient =
                latest.values().stream().collect(Collectors.groupingBy(CodedSession::patient));
        byPatient.forEach((patient, sessions) -> contributions(count, sessions).forEach((cell, contribution) -> cells.merge(
                CellShare.key(partition(patient), cell), contribution, CellCount::plus)));
        Map<String, Counted> recount = new HashMap<>();
        cells.forEach((key, c) -> recount.put(key, new Counted(c.exposed(), c.awaiting(), c.replaced(), c.measures())));
        return recount;
    }

    private static Map<Cell, CellCount> contributions(CountPatient count, Collection<CodedSession> sessions) {
        return count.contributions(sessions.stream().map(CountedSession::of).toList());
    }

    private CodedSession next() {
        if (all.size() > 100 && random.nextInt(10) < 3) {
            CodedSession known = all.get(random.nextInt(all.size()));
            return random.nextBoolean() ? known : session(known.id(), known.patient(), known.clinic(), known.version() + 1);
        }
        int patient = random.nextInt(4_000);
        return session(new UUID(random.nextLong(), random.nextLong()), "patient-" + patient, "clinic-" + patient % 3, 1);
    }

    private CodedSession session(UUID id, String patient, String clinic, int version) {
        Instant received = Instant.parse("2026-11-22T00:00:00Z").plusSeconds(all.size());
        // One version of a session has one content, whoever sends it again.
        Random content = new Random(id.getMostSignificantBits() ^ version);
        List<CodedEvent> events = content.nextInt(4) == 0
                ? List.of(new CodedEvent(
                        new UUID(content.nextLong(), version),
                        null,
                        List.of(),
                        List.of(TERMS.get(content.nextInt(TERMS.size()))),
                        content.nextInt(5) == 0))
                : List.of();
        return new CodedSession(
                ContractJson.SCHEMA,
                id,
                version,
                1,
                content.nextInt(20) == 0 ? SessionStatus.WITHDRAWN : SessionStatus.ACTIVE,
                clinic,
                patient,
                Instant.parse("2026-11-22T00:00:00Z"),
                received,
                new SessionAttributes(
                        PreviouslyTreated.NO,
                        FIRST_START.plusDays(content.nextInt(700)),
                        null,
                        Route.INTRAVENOUS,
                        null,
                        null,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        Ascertainment.CHECKLIST),
                events);
    }

    private static int partition(String patient) {
        return Utils.toPositive(Utils.murmur2(patient.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }

    private static Coding coding(String term, Category category) {
        return new Coding(term, category, CodingMethod.EXACT, term, 1, "2026.11");
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
