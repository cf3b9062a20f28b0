package io.dripline.reporting.digest;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The digests of a database, for tests without the service. */
public final class DigestsOnto {

    private DigestsOnto() {}

    public static Digests any() {
        return new Digests(JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
    }

    /** A digest of a day on which nothing stands out. */
    public static void add(Handle handle, LocalDate day) {
        any().add(
                        handle,
                        new Digest(
                                day,
                                Digest.Standing.MADE,
                                Instant.parse("2026-11-22T07:00:00Z"),
                                ZoneOffset.UTC,
                                0.05,
                                3,
                                List.of(),
                                new Digest.Changes(null, List.of(), List.of(), List.of(), List.of()),
                                List.of()));
    }
}
