package io.dripline.intake;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The moment of every test. */
@Mock
public class FixedClock {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Produces
    @Mock
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
