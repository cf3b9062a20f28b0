package io.dripline.local.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StartCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged incidence, started from the cache that the build has made for it, and beside those that it must not use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachedStartIT {

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();

    /** What the JVM begins a line with that says why a cache is of no use. */
    private static final String WARNING = "[warning][";

    private static final int PARTITIONS = 6;

    private final List<Path> missing = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private static Path checkout;

    private StackConfig config;
    private LocalStack stack;

    @BeforeAll
    void start() throws IOException, InterruptedException, ExecutionException {
        assumeFalse(Boolean.getBoolean("dripline.training.skip"), "the build was told to make no caches");
        for (String room : List.of("pom.xml", "deploy")) {
            Files.createSymbolicLink(checkout.resolve(room), ROOT.resolve(room));
        }
        Path application = Files.createDirectories(application());
        for (String room : List.of("lib", "quarkus", "quarkus-app-dependencies.txt", "quarkus-run.jar")) {
            Files.createSymbolicLink(application.resolve(room), packaged().resolve(room));
        }
        copyTheJar();
        putTheCache();
        config = StackConfig.of(checkout).withPorts(Ports.free()).withParts(Set.of(Part.KAFKA, Part.INCIDENCE));
        stack = new LocalStack(config, new Journal() {
            @Override
            public void withoutStartCache(Part part, Path file) {
                missing.add(file);
            }
        });
        stack.start(Part.KAFKA);
        makeTheTopicThatItReads();
        stack.start(Part.INCIDENCE);
    }

    /** It is classification's to make, and incidence is ready once it is there. */
    private void makeTheTopicThatItReads() throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.address(Part.KAFKA)))) {
            admin.createTopics(List.of(new NewTopic("dripline.sessions.coded.v1", PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @BeforeEach
    void restore() throws IOException {
        stack.stop(Part.INCIDENCE);
        missing.clear();
        copyTheJar();
        putTheCache();
    }

    @Test
    void isUsedWhereAllIsAsItWas() throws Exception {
        stack.start(Part.INCIDENCE);

        assertThat(usesACache()).isTrue();
        assertThat(log()).doesNotContain(WARNING);
    }

    @Test
    void isNotUsedWithAnotherJar() throws Exception {
        StartCache former = cache();
        Files.setLastModifiedTime(
                jar(), FileTime.fromMillis(Files.getLastModifiedTime(jar()).toMillis() - 1));

        stack.start(Part.INCIDENCE);

        assertThat(former.isUsedBy(incidence())).isFalse();
        assertThat(missing).containsExactly(cache().file()).doesNotContain(former.file());
        assertThat(log()).doesNotContain(WARNING);
    }

    @Test
    void isNotUsedByAnotherJvm() throws Exception {
        String version = System.getProperty("java.vm.version");
        try (FileChannel file = FileChannel.open(cache().file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer head = ByteBuffer.allocate(1 << 16);
            file.read(head, 0);
            int place = new String(head.array(), StandardCharsets.ISO_8859_1).indexOf(version);
            assertThat(place).as("the JVM's name in the head of its cache").isPositive();
            file.write(ByteBuffer.wrap("99".getBytes(StandardCharsets.US_ASCII)), place);
        }

        stack.start(Part.INCIDENCE);

        assertThat(usesACache()).isFalse();
        assertThat(log()).contains(WARNING);
    }

    @Test
    void isNotUsedWhereItWasCutShort() throws Exception {
        try (FileChannel file = FileChannel.open(cache().file(), StandardOpenOption.WRITE)) {
            file.truncate(1 << 20);
        }

        stack.start(Part.INCIDENCE);

        assertThat(usesACache()).isFalse();
        assertThat(log()).contains(WARNING);
    }

    @Test
    void isSaidToBeMissingWhereThereIsNone() throws Exception {
        Files.delete(cache().file());

        stack.start(Part.INCIDENCE);

        assertThat(missing).containsExactly(cache().file());
        assertThat(log()).doesNotContain(WARNING);
    }

    private boolean usesACache() throws IOException, InterruptedException {
        return cache().isUsedBy(incidence());
    }

    private ProcessHandle incidence() {
        return stack.process(Part.INCIDENCE).orElseThrow();
    }

    private String log() throws IOException {
        return Files.readString(config.log(Part.INCIDENCE));
    }

    private StartCache cache() {
        return StartCache.of(checkout, Part.INCIDENCE);
    }

    private void putTheCache() throws IOException {
        Files.copy(StartCache.of(ROOT, Part.INCIDENCE).file(), cache().file(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(application().resolve("app"))) {
            return jars.findFirst().orElseThrow();
        }
    }

    /** With its time, which the JVM looks at. */
    private void copyTheJar() throws IOException {
        Path directory = Files.createDirectories(application().resolve("app"));
        try (Stream<Path> jars = Files.list(packaged().resolve("app"))) {
            for (Path jar : jars.toList()) {
                Files.copy(
                        jar,
                        directory.resolve(jar.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Path application() {
        return checkout.resolve("services/incidence/target/quarkus-app");
    }

    private static Path packaged() {
        return ROOT.resolve("services/incidence/target/quarkus-app");
    }
}
