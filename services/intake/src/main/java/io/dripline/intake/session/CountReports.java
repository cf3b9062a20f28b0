package io.dripline.intake.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What became of reports, a line of a batch being one, and of changes of sessions; by outcome alone, for a clinic's name would tell who
 * reports what. Requests that are turned away before they reach a door, and batches that are refused whole, are not among them.
 */
@Provider
@CountedReports
@Singleton
public class CountReports implements ContainerResponseFilter {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** By how a report was answered. */
    private enum Outcome {
        /** Stored durably: 201, and 200 or 204 of a change. */
        ACCEPTED,
        /** Reported before: 200. */
        REPEATED,
        /** At fault: 4xx. */
        REFUSED,
        /** Ours is the fault: 5xx. */
        FAILED
    }

    private final Map<Outcome, Counter> reports = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Counter> changes = new EnumMap<>(Outcome.class);

    CountReports(MeterRegistry metrics) {
        for (Outcome outcome : Outcome.values()) {
            reports.put(outcome, counter(metrics, "report", outcome));
            changes.put(outcome, counter(metrics, "change", outcome));
        }
    }

    /** Counts a report that was answered so, or would have been had it come alone. */
    void report(int status, int times) {
        Objects.requireNonNull(reports.get(status == 200 ? Outcome.REPEATED : of(status)))
                .increment(times);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == UNAUTHORIZED || response.getStatus() == FORBIDDEN) {
            // Whoever may not report has reported nothing.
            return;
        }
        if (request.getMethod().equals("POST")
                && request.getUriInfo().getPathParameters().isEmpty()) {
            report(response.getStatus(), 1);
        } else {
            Objects.requireNonNull(changes.get(of(response.getStatus()))).increment();
        }
    }

    private static Outcome of(int status) {
        return status < 400 ? Outcome.ACCEPTED : status < 500 ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static Counter counter(MeterRegistry metrics, String what, Outcome outcome) {
        return Counter.builder("dripline.reports")
                .description("Reports and changes of sessions, by what became of them")
                .tag("what", what)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
