package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What happened to each monitor; steps are added, never changed. */
@ApplicationScoped
public class MonitorSteps {

    /** The steps of a monitor, the oldest first. */
    public List<MonitorStep> of(Handle handle, String monitor) {
        return handle.createQuery("""
                        select step, taken_at, taken_by, reason, p0, null_revision, start_week
                          from monitor_step
                         where monitor = :monitor order by seq
                        """)
                .bind("monitor", monitor)
                .map((row, context) -> {
                    String week = row.getString("start_week");
                    return new MonitorStep(
                            MonitorStep.Kind.valueOf(row.getString("step")),
                            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                            row.getString("taken_by"),
                            row.getString("reason"),
                            row.getObject("p0", Double.class),
                            row.getObject("null_revision", Integer.class),
                            week == null ? null : IsoWeek.parse(week));
                })
                .list();
    }

    void add(Handle handle, String monitor, MonitorStep step) {
        handle.createUpdate("""
                        insert into monitor_step (monitor, step, p0, null_revision, start_week, taken_at, taken_by, reason)
                        values (:monitor, :step, :p0, :nullRevision, :startWeek, :at, :by, :reason)
                        """)
                .bind("monitor", monitor)
                .bind("step", step.step().name())
                .bind("p0", step.p0())
                .bind("nullRevision", step.nullRevision())
                .bind(
                        "startWeek",
                        step.startWeek() == null ? null : step.startWeek().toString())
                .bind("at", step.at().atOffset(ZoneOffset.UTC))
                .bind("by", step.by())
                .bind("reason", step.reason())
                .execute();
    }
}
