package io.dripline.reporting.notification;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.SomeEvidence;
import io.dripline.reporting.alert.SummariseAlert;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.monitor.StoredRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Alerts as the judge writes them. */
final class SomeAlert {

    static final SummariseAlert SUMMARIES = new SummariseAlert(new Baselines());

    static final Instant RAISED_AT = Instant.parse("2026-11-22T01:02:03Z");

    private static final IsoWeek WEEK = IsoWeek.parse("2026-W45");

    private SomeAlert() {}

    static Alert version(UUID id, int version, AlertState state, Promise promise) {
        return new Alert(
                ContractJson.SCHEMA,
                id,
                version,
                "monitor-" + id,
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", "clinic-north"),
                state,
                null,
                promise,
                List.of("No tallies: every week is open."),
                40,
                14,
                9.80537612610384,
                500.0,
                RAISED_AT,
                WEEK,
                SomeEvidence.ofCns(WEEK),
                null,
                null,
                state == AlertState.SUPERSEDED ? new Superseded(40, 5, 0.25) : null,
                List.of(new AlertStep(AlertState.RAISED, RAISED_AT, "dripline", null, null)));
    }

    static Alert raised() {
        return version(UUID.randomUUID(), 1, AlertState.RAISED, Promise.PROVISIONAL);
    }

    /** With its monitor, in the transaction of the handle. */
    static void store(Handle handle, Alert alert) {
        handle.createUpdate("""
                        insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, created_by)
                        values (:id, 'table9-cns', 'CNS', 'FIRST_COURSE', '{}', 0.04, 0.08, 'ACTIVE', 'test')
                        on conflict do nothing
                        """).bind("id", alert.monitor()).execute();
        if (hasRules(handle)) {
            StoredRules.add(handle, alert.monitor());
        }
        handle.createUpdate("""
                        insert into alert_version (alert_id, version, monitor, record)
                        values (:id, :version, :monitor, :record::json)
                        """)
                .bind("id", alert.id())
                .bind("version", alert.version())
                .bind("monitor", alert.monitor())
                .bind("record", new String(ContractJson.write(alert), StandardCharsets.UTF_8))
                .execute();
    }

    /** Not before the migration that brings them. */
    private static boolean hasRules(Handle handle) {
        return handle.createQuery("select to_regclass('monitor_rule') is not null")
                .mapTo(Boolean.class)
                .one();
    }
}
