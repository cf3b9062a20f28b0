package io.dripline.reporting.dashboard.baseline;

import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The monitors that were made from a figure: they keep the null that they have, whatever it is given later. */
@ApplicationScoped
class MonitorsOfFigure {

    private final Jdbi jdbi;
    private final Monitors monitors;

    MonitorsOfFigure(Jdbi jdbi, Monitors monitors) {
        this.jdbi = jdbi;
        this.monitors = monitors;
    }

    List<MadeMonitor> of(String figure) {
        return jdbi.withHandle(monitors::all).stream()
                .filter(monitor -> monitor.baseline().equals(figure))
                .map(MonitorsOfFigure::made)
                .toList();
    }

    private static MadeMonitor made(Monitor monitor) {
        return new MadeMonitor(
                Addresses.monitor(monitor.id()),
                "%s, %s".formatted(Words.cohort(monitor.cohort()), Words.units(monitor.unit())),
                Words.status(monitor.status()),
                monitor.p0() == null ? "no null yet" : "null " + Figures.nullPercent(monitor.p0()));
    }
}
