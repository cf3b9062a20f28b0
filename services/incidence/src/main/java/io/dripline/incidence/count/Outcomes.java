package io.dripline.incidence.count;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What became of the records, as metrics. After a crash a record that is taken up again is metered again. */
public final class Outcomes {

    private final Counter counted;
    private final Counter unchanged;
    private final Map<DeadLetterCause, Counter> refused = new EnumMap<>(DeadLetterCause.class);
    private final Counter shares;

    public Outcomes(MeterRegistry registry) {
        counted = records(registry, "counted");
        unchanged = records(registry, "unchanged");
        for (DeadLetterCause cause : DeadLetterCause.values()) {
            refused.put(
                    cause,
                    Counter.builder("dripline.dead.letters")
                            .description("Records that could not be processed, by topic and cause")
                            .tag("topic", Topics.SESSIONS_CODED)
                            .tag("cause", cause.name())
                            .register(registry));
        }
        shares = Counter.builder("dripline.incidence.shares")
                .description("Changed shares of cells that were sent on")
                .register(registry);
    }

    void counted(Change change) {
        (change.sessions() == null ? unchanged : counted).increment();
        shares.increment(change.cells().size());
    }

    void refused(DeadLetter letter) {
        Objects.requireNonNull(refused.get(letter.cause())).increment();
    }

    private static Counter records(MeterRegistry registry, String outcome) {
        return Counter.builder("dripline.incidence.records")
                .description("Coded sessions by outcome: counted, or unchanged (duplicate or outdated)")
                .tag("outcome", outcome)
                .register(registry);
    }
}
