package io.dripline.intake.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line of the file is there as a whole or not at all. */
class NotedErasuresTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TempDir
    private Path directory;

    private Path file;
    private NotedErasures noted;

    @BeforeEach
    void open() {
        file = directory.resolve("of/its/own/erasures.jsonl");
        noted = new NotedErasures(() -> Optional.of(file), JSON);
    }

    @Test
    void thereIsNoneBeforeTheFirst() {
        assertThat(noted.all()).isEmpty();
    }

    /** A patient's hundreds of sessions are longer than what is written at once. */
    @Test
    void manyAtTheSameTimeStandBehindOneAnother() {
        List<NotedErasure> all = IntStream.range(0, 12).mapToObj(i -> of(600)).toList();

        try (var writers = Executors.newFixedThreadPool(4)) {
            all.forEach(erasure -> writers.submit(() -> noted.add(erasure)));
        }

        assertThat(noted.all()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void oneBehindALineThatWasCutOffTakesItsPlace() throws IOException {
        NotedErasure first = of(2);
        NotedErasure second = of(3);
        noted.add(first);
        Files.writeString(file, "{\"id\": \"0193", StandardOpenOption.APPEND);

        noted.add(second);

        assertThat(noted.all()).containsExactly(first, second);
    }

    private static NotedErasure of(int sessions) {
        return new NotedErasure(
                UUID.randomUUID(),
                "clinic-north",
                Ground.OBJECTION,
                "clinic-north",
                Instant.parse("2026-11-29T12:00:00Z"),
                Stream.generate(UUID::randomUUID).limit(sessions).toList());
    }
}
