package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.Unit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of published figures, {@code baselines.yaml}, and after them what follows from several of them together. */
@Startup
@Singleton
public class Baselines {

    private static final String FILE = "baselines.yaml";

    private final Map<String, Baseline> byId;
    private final MeasureParts parts = MeasureParts.standard();

    /** The catalogue that ships with this build. */
    public Baselines() {
        this(read());
    }

    Baselines(List<Baseline> baselines) {
        byId = new LinkedHashMap<>();
        baselines.forEach(baseline -> byId.put(baseline.id(), baseline));
        PoolStudies.of(baselines).forEach(pooled -> byId.putIfAbsent(pooled.id(), pooled));
    }

    /** Every figure in the order of the file, then the pooled ones. */
    public List<Baseline> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Baseline> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The figure that a monitor was made from.
     *
     * @throws IllegalStateException if the catalogue lost it: figures are never taken out while monitors need them
     */
    public Baseline get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("%s lacks the figure %s".formatted(FILE, id)));
    }

    /**
     * The figures that an observed rate can be held against, each once however often it is printed: a number that counts the
     * measure, or a part of it, of which the whole is no less; in the same unit or in one that is not printed; with ketamine,
     * and not over long-term use; in patients of whom nothing that is printed (route, formulation, regimen, indication, dose,
     * ascertainment) is another than that of the observed ones.
     *
     * @param cohort values of the observed ones' dimensions by their names; empty for all
     */
    public List<Baseline> comparable(String measure, Unit unit, Map<String, String> cohort) {
        return byId.values().stream()
                .filter(baseline -> parts.isWithin(baseline.measure(), measure))
                .filter(baseline -> baseline.unit() == null || baseline.unit() == unit)
                .filter(baseline -> !baseline.countsLongTermUse())
                .filter(baseline -> StudyCohort.of(baseline).mayBe(cohort))
                .filter(baseline -> !baseline.workings().control())
                .filter(baseline -> baseline.workings().repeats() == null)
                .filter(baseline -> baseline.workings().pooled().isEmpty())
                .filter(baseline -> PublishedRate.of(baseline).isPresent())
                .toList();
    }

    private static List<Baseline> read() {
        try (InputStream in = Baselines.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return ReadCatalogue.from(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
