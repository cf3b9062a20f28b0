package io.dripline.reporting.comparison;

import io.dripline.reporting.comparison.Compared.Kept;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.opinion.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Compares monitors with the literature, as of the last judgement. */
@ApplicationScoped
public class CompareMonitors {

    /** How long one list of comparisons waits for critical values that are still being computed. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KeepComparisons comparisons;

    CompareMonitors(KeepComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** The comparisons of the wanted monitors that are not retired, in the order in which they were made. */
    public List<Comparison> compare(Predicate<Monitor> wanted) {
        return compare(wanted, PATIENCE);
    }

    /**
     * The same for who cannot wait: what is being computed is left out.
     *
     * @param longest how long to wait, in all, for critical values that are still being computed
     */
    public List<Comparison> compare(Predicate<Monitor> wanted, Duration longest) {
        Compared compared = comparisons.all();
        Patience patience = Patience.of(longest);
        return wanted(compared, wanted).stream()
                .map(kept -> kept.isComplete() || longest.isZero()
                        ? kept.comparison()
                        : comparisons.await(compared, kept, patience))
                .toList();
    }

    /** The same list as JSON, which is not written again for everybody who asks. */
    byte[] compareAsJson(Predicate<Monitor> wanted) {
        Compared compared = comparisons.all();
        List<Kept> some = wanted(compared, wanted);
        if (some.size() == compared.kept().size() && compared.isComplete()) {
            return comparisons.list(compared);
        }
        Patience patience = Patience.of(PATIENCE);
        return Compared.list(some.stream()
                .map(kept -> kept.isComplete() ? kept.json() : comparisons.awaitJson(compared, kept, patience))
                .toList());
    }

    private static List<Kept> wanted(Compared compared, Predicate<Monitor> wanted) {
        return compared.kept().values().stream()
                .filter(kept -> wanted.test(kept.monitor()))
                .toList();
    }
}
