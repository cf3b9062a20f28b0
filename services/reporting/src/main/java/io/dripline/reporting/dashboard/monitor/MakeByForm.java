package io.dripline.reporting.dashboard.monitor;

import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.incidence.Dimension;
import io.dripline.reporting.monitor.MakeMonitors;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.NewMonitor;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes the monitor that a page's form states, or says why not. */
@ApplicationScoped
class MakeByForm {

    /** What became of it. */
    sealed interface Outcome {

        /** It is made. @param id of the monitor */
        record Made(String id) implements Outcome {}

        /** What it states cannot be made. @param status for the answer */
        record Refused(int status, List<Violation> violations) implements Outcome {}

        /** There is one that watches exactly this. @param id of that */
        record Same(String id) implements Outcome {}
    }

    private final MakeMonitors makeMonitors;
    private final Monitors monitors;
    private final Baselines baselines;
    private final Jdbi jdbi;

    MakeByForm(MakeMonitors makeMonitors, Monitors monitors, Baselines baselines, Jdbi jdbi) {
        this.makeMonitors = makeMonitors;
        this.monitors = monitors;
        this.baselines = baselines;
        this.jdbi = jdbi;
    }

    Outcome make(Form form, String by) {
        Violations typed = new Violations();
        Double share = typed.read(
                        "alphaShare", form.text("alphaShare").strip(), Double::valueOf, "a number such as 0.01")
                .orElse(null);
        try {
            NewMonitor.Stated stated = asked(form, share).read(baselines);
            if (!typed.noted().isEmpty()) {
                return new Outcome.Refused(typed.problem().getStatusCode(), typed.noted());
            }
            return switch (makeMonitors.make(stated, by)) {
                case MakeMonitors.Outcome.Made(Monitor made) -> new Outcome.Made(made.id());
                case MakeMonitors.Outcome.TooLarge(BigDecimal left) ->
                    refused(NewMonitor.tooLarge(stated.alphaShare(), left), typed);
                case MakeMonitors.Outcome.Same(String id) ->
                    isThisVeryOne(id, stated.alphaShare(), by) ? new Outcome.Made(id) : new Outcome.Same(id);
            };
        } catch (HttpProblem refusal) {
            if (Violations.namedBy(refusal).isEmpty()) {
                throw refusal;
            }
            return refused(refusal, typed);
        }
    }

    private static NewMonitor asked(Form form, @Nullable Double share) {
        Map<String, @Nullable String> cohort = new HashMap<>();
        for (Dimension dimension : Dimension.ofCohorts()) {
            String value = form.text(dimension.field());
            if (!value.isEmpty()) {
                cohort.put(dimension.field(), value);
            }
        }
        return new NewMonitor(stated(form, "baseline"), stated(form, "unit"), cohort, stated(form, "startWeek"), share);
    }

    private static @Nullable String stated(Form form, String name) {
        String text = form.text(name).strip();
        return text.isEmpty() ? null : text;
    }

    /** A form that is sent twice says nothing new: the second time it has been made. */
    private boolean isThisVeryOne(String id, double share, String by) {
        return jdbi.withHandle(handle -> monitors.find(handle, id))
                .filter(monitor -> monitor.createdBy().equals(by) && monitor.alphaShare() == share)
                .isPresent();
    }

    /** What cannot be read is told as it was typed, and not as missing. */
    private static Outcome refused(HttpProblem refusal, Violations typed) {
        List<Violation> all = new ArrayList<>(typed.noted());
        Violations.namedBy(refusal).stream()
                .filter(violation ->
                        typed.noted().stream().noneMatch(one -> one.field().equals(violation.field())))
                .forEach(all::add);
        return new Outcome.Refused(
                typed.noted().isEmpty()
                        ? refusal.getStatusCode()
                        : typed.problem().getStatusCode(),
                all);
    }
}
