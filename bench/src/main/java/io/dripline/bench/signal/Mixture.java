package io.dripline.bench.signal;

import io.dripline.statistics.MixtureWeights;
import java.util.function.Supplier;

/** A mixture to be watched: its evidence by table, and its weights. */
record Mixture(EvidenceTable table, MixtureWeights weights) {

    /** Watches for series of a scenario. */
    Supplier<MixtureWatch> watches(Scenario scenario) {
        return () -> new MixtureWatch(table, weights, 1 / scenario.alpha(), scenario.weeks());
    }

    Posting posting(Scenario scenario) {
        Supplier<MixtureWatch> watches = watches(scenario);
        return new Posting(scenario, watches::get);
    }
}
