package io.dripline.local.deadletters;

import static io.dripline.local.deadletters.Reports.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.Topics;
import io.dripline.local.stack.Checkout;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real broker with the reported table alone. */
class DeadLettersIT {

    private static final String DEAD = Topics.deadLettersOf(ORIGIN.topic());

    private static final int MANY = 1000;
    private static final int LONG = 160_000;

    @TempDir
    static Path data;

    private static LocalStack stack;
    private static String broker;
    private static KafkaProducer<byte[], byte[]> producer;

    private final UUID id = UUID.randomUUID();
    private final byte[] key = Reports.key(id);

    @BeforeAll
    static void startTheBroker() {
        StackConfig config = StackConfig.of(Checkout.root())
                .withData(data)
                .withPorts(Ports.free())
                .withParts(Set.of(Part.KAFKA));
        stack = new LocalStack(config, Journal.SILENT);
        stack.start();
        broker = config.address(Part.KAFKA);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stopTheBroker() {
        producer.close();
        stack.close();
    }

    @BeforeEach
    void makeTheTopicsAnew() throws Exception {
        var topics = List.of(
                new NewTopic(ORIGIN.topic(), Optional.of(Topics.PARTITIONS), Optional.empty())
                        .configs(Topics.TABLE_CONFIG),
                new NewTopic(DEAD, Optional.of(Topics.PARTITIONS), Optional.empty())
                        .configs(Topics.DEAD_LETTER_CONFIG));
        var names = topics.stream().map(NewTopic::name).toList();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
            var there = admin.listTopics().names().get();
            admin.deleteTopics(names.stream().filter(there::contains).toList())
                    .all()
                    .get();
            // The broker knows a little later than the controller which topics there are.
            await().until(() -> admin.listTopics().names().get().stream().noneMatch(names::contains));
            admin.createTopics(topics).all().get();
            await().until(() -> admin.listTopics().names().get().containsAll(names));
        }
    }

    @Test
    void listsNothingWhereNothingDied() throws Exception {
        assertThat(command("", "--send-back"))
                .contains("dripline.sessions.reported.v1", "dripline.alerts.v1", "there is nothing to send back")
                .doesNotContain("BROKEN_INVARIANT");
    }

    @Test
    void listsWhatDiedAndWhy() throws Exception {
        long lay = send(table(Reports.version(id, 1)));
        send(Reports.letter(key, Reports.version(id, 1), lay));
        send(new ProducerRecord<>(DEAD, 0, null, new byte[] {1}));

        String said = command("", "--topic", ORIGIN.topic());

        assertThat(said.lines().toList().get(1)).matches("dripline\\.sessions\\.reported\\.v1 +2 +1 +0 +1");
        assertThat(said)
                .contains("dripline.sessions.reported.v1-2@" + lay)
                .containsPattern("open +BROKEN_INVARIANT +version: expected this,\\?\\[31m found that"
                        + " \\(classification 1\\.2\\.3\\)")
                .containsPattern("dripline.sessions.reported.v1.dead-0@0 itself .* unreadable .* without the headers");
    }

    @Test
    void listsTheNewestOnly() throws Exception {
        for (int version = 1; version <= 3; version++) {
            send(Reports.letter(key, Reports.version(id, version), version));
        }

        assertThat(command("", "--limit", "1"))
                .contains("reported.v1-2@3", "and 2 older; --limit 3 lists them all")
                .doesNotContain("reported.v1-2@1");
    }

    @Test
    void sendsBackWhatItWasToWhereItLayAndOnlyOnce() throws Exception {
        long lay = send(table(Reports.version(id, 1)));
        send(Reports.letter(key, Reports.version(id, 1), lay));

        assertThat(command("", "--send-back", "--yes")).contains("sent back 1");

        assertThat(origin()).hasSize(2).last().satisfies(back -> {
            assertThat(back.partition()).isEqualTo(ORIGIN.partition());
            assertThat(back.key()).isEqualTo(key);
            assertThat(back.value()).isEqualTo(Reports.version(id, 1));
            assertThat(back.headers().toArray()).extracting(Header::key).containsExactly("trace");
        });
        assertThat(command("", "--send-back", "--yes")).contains("settled").contains("there is nothing to send back");
        assertThat(origin()).hasSize(2);
    }

    @Test
    void whatDiesAgainIsOpenAgain() throws Exception {
        send(Reports.letter(key, Reports.version(id, 1), send(table(Reports.version(id, 1)))));
        command("", "--send-back", "--yes");
        long back = origin().getLast().offset();
        send(Reports.letter(key, Reports.version(id, 1), back));

        String said = command("", "--send-back", "--yes");

        assertThat(said.lines().toList().get(1)).matches("dripline\\.sessions\\.reported\\.v1 +2 +1 +1 +0");
        assertThat(said).contains("sent back 1");
    }

    @Test
    void neverPutsAnOlderStateOnTopOfANewerOne() throws Exception {
        send(Reports.letter(key, Reports.version(id, 1), send(table(Reports.version(id, 1)))));
        send(table(Reports.version(id, 2)));

        assertThat(command("", "--send-back", "--yes")).contains("there is nothing to send back");
    }

    @Test
    void looksAgainBeforeItSends() throws Exception {
        send(Reports.letter(key, Reports.version(id, 1), send(table(Reports.version(id, 1)))));
        try (var letters = new DeadLetters(broker)) {
            List<Judged> judged = letters.of(List.of(ORIGIN.topic())).get(ORIGIN.topic());
            assertThat(judged).extracting(Judged::verdict).containsExactly(Verdict.OPEN);
            send(table(Reports.version(id, 2)));

            assertThat(letters.sendBack(judged)).isZero();
        }

        assertThat(origin()).hasSize(2);
    }

    @Test
    void ofSeveralLettersOfAKeySendsTheNewestAlone() throws Exception {
        for (int version : List.of(2, 3, 1)) {
            send(Reports.letter(key, Reports.version(id, version), send(table(Reports.version(id, version)))));
        }

        command("", "--send-back", "--yes");

        assertThat(origin())
                .hasSize(4)
                .last()
                .satisfies(back -> assertThat(back.value()).isEqualTo(Reports.version(id, 3)));
    }

    @Test
    void keepsWhatThisBuildCannotReadEither() throws Exception {
        send(table(Reports.version(id, 1)));
        byte[] garbage = {1};
        send(Reports.letter(key, garbage, send(table(garbage))));
        send(Reports.letter(new byte[] {2}, Reports.version(id, 2), 9));
        send(Reports.letter(null, Reports.version(id, 2), 9));
        send(Reports.letter(key, null, 9));

        String said = command("", "--send-back", "--yes");

        assertThat(said.lines().toList().get(1)).matches("dripline\\.sessions\\.reported\\.v1 +4 +0 +0 +4");
        assertThat(origin()).hasSize(2);
    }

    @Test
    void asksBefore() throws Exception {
        send(Reports.letter(key, Reports.version(id, 1), send(table(Reports.version(id, 1)))));

        assertThat(command("n\n", "--send-back")).contains("Send 1 back").contains("nothing was sent back");
        assertThat(origin()).hasSize(1);
        assertThat(command("", "--send-back")).contains("nothing was sent back");
        assertThat(command("y\n", "--send-back")).contains("sent back 1");
        assertThat(origin()).hasSize(2);
    }

    /** What it keeps does not grow with what they hold: 160 MB of them are listed and sent with 40 MB of heap. */
    @Test
    void listsAndSendsBackMoreThanFitsIntoMemory() throws Exception {
        for (int i = 0; i < MANY; i++) {
            UUID one = UUID.randomUUID();
            var _ = producer.send(Reports.letter(Reports.key(one), Reports.longVersion(one, 1, LONG), i));
        }
        producer.flush();

        String said = inAProcessOf("-Xmx40m", "--topic", ORIGIN.topic(), "--limit", "1", "--send-back", "--yes");

        assertThat(said)
                .containsPattern("dripline\\.sessions\\.reported\\.v1 +%d +%d +0 +0".formatted(MANY, MANY))
                .contains("sent back " + MANY);
        List<Integer> sizes = new ArrayList<>();
        try (var records = new Records(broker)) {
            records.readAll(records.partitionsOf(ORIGIN.topic()), back -> sizes.add(back.value().length));
        }
        assertThat(sizes).hasSize(MANY).allMatch(size -> size > LONG);
    }

    private static String inAProcessOf(String heap, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RunDeadLetters.class.getName(),
                broker));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private ProducerRecord<byte[], byte[]> table(byte[] value) {
        return new ProducerRecord<>(ORIGIN.topic(), ORIGIN.partition(), key, value);
    }

    private static long send(ProducerRecord<byte[], byte[]> record) throws Exception {
        return producer.send(record).get().offset();
    }

    private static List<ConsumerRecord<byte[], byte[]>> origin() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var records = new Records(broker)) {
            records.readAll(records.partitionsOf(ORIGIN.topic()), found::add);
        }
        return found;
    }

    private static String command(String answer, String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        DeadLettersCommand.run(
                broker,
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(answer)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
