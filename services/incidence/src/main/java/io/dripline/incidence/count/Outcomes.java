package io.dripline.incidence.count;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What became of the records, as metrics. After a crash a record that is taken up again is metered again. */
public final class Outcomes {

    private final Counter counted;
    private final Counter unchanged;
    private final Counter refused;
    private final Counter shares;

    public Outcomes(MeterRegistry registry) {
        counted = records(registry, "counted");
        unchanged = records(registry, "unchanged");
        refused = records(registry, "refused");
        shares = Counter.builder("dripline.incidence.shares")
                .description("Changed shares of cells that were sent on")
                .register(registry);
    }

    void counted(Change change) {
        (change.sessions() == null ? unchanged : counted).increment();
        shares.increment(change.cells().size());
    }

    void refused() {
        refused.increment();
    }

    private static Counter records(MeterRegistry registry, String outcome) {
        return Counter.builder("dripline.incidence.records")
                .description(
                        "Coded sessions by outcome: counted, unchanged (duplicate or outdated), refused (dead letter)")
                .tag("outcome", outcome)
                .register(registry);
    }
}
