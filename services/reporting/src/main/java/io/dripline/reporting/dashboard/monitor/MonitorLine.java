package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.NullWords;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.monitor.Monitor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A monitor as pages show it.
 *
 * @param figure that it was made from
 * @param alpha of the installation
 */
public record MonitorLine(Monitor monitor, Baseline figure) {

    public String href() {
        return Addresses.monitor(monitor.id());
    }

    /** Measure and cohort. */
    public String title() {
        return Words.measure(monitor.measure()) + " · " + Words.cohort(monitor.cohort());
    }

    /** The cohort with the names of what it is filtered by. */
    public String cohort() {
        return monitor.cohort().isEmpty()
                ? "all clinics"
                : new TreeMap<>(monitor.cohort())
                        .entrySet().stream()
                                .map(entry -> "%s: %s"
                                        .formatted(
                                                Words.dimension(entry.getKey()),
                                                Words.value(entry.getKey(), entry.getValue())))
                                .reduce((one, other) -> one + ", " + other)
                                .orElseThrow();
    }

    public String unit() {
        return Words.units(monitor.unit());
    }

    public String p0() {
        return monitor.p0() == null ? "none yet" : Figures.nullPercent(monitor.p0());
    }

    /** How the events behind its null were counted, as the officer who gave that states; none where nothing is stated. */
    public List<String> nullStates() {
        return NullWords.of(monitor, figure);
    }

    public String published() {
        return Literature.printed(figure);
    }

    public String source() {
        return Literature.source(figure);
    }

    public String figureHref() {
        return Addresses.figure(figure.id());
    }

    public String start() {
        return monitor.startWeek() == null
                ? "the beginning"
                : monitor.startWeek().toString();
    }

    public String status() {
        return Words.status(monitor.status());
    }

    public String share() {
        return AlphaView.share(monitor.alphaShare());
    }

    /** Of E, at which it alerts. */
    public String threshold() {
        return Figures.count(Math.round(monitor.threshold()));
    }

    /** Of the page of exactly what it watches. */
    public String measureHref() {
        Map<String, String> filters = new TreeMap<>(monitor.cohort());
        filters.put("unit", monitor.unit().name());
        return Addresses.measure(monitor.measure(), filters);
    }
}
