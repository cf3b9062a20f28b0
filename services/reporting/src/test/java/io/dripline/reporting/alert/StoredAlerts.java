package io.dripline.reporting.alert;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.monitor.StoredRules;
import io.dripline.statistics.EProcess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Alerts as judging leaves them, without the counting before. */
final class StoredAlerts {

    static final double THRESHOLD = 500;

    private StoredAlerts() {}

    /** An alert for 60 affected of 140 at p0 = 0.08. */
    static Alert raised(String monitor, String clinic, Instant at) {
        IsoWeek week = IsoWeek.parse("2026-W40");
        List<WeekCount> weeks = List.of(new WeekCount(week, 140, 60));
        EProcess process = EProcess.against(0.08);
        AlertEvidence evidence = new AlertEvidence(
                "table9-cns",
                0.08,
                null,
                null,
                0.04,
                process.prior().a(),
                process.prior().b(),
                0.8,
                1,
                week,
                weeks);
        return new Alert(
                ContractJson.SCHEMA,
                UUID.randomUUID(),
                1,
                monitor,
                "CNS",
                Unit.FIRST_COURSE,
                Map.of("clinic", clinic),
                AlertState.RAISED,
                null,
                Promise.PROVISIONAL,
                List.of("Open: 2026-W40."),
                140,
                60,
                WeeklyEvidence.of(evidence).lnE(),
                THRESHOLD,
                at,
                week,
                evidence,
                null,
                null,
                null,
                List.of(new AlertStep(AlertState.RAISED, at, "dripline", null, null)));
    }

    /** A monitor of one clinic that judges CNS. */
    static String monitor(Handle handle, String clinic) {
        String id = monitorOfBefore(handle, clinic);
        StoredRules.add(handle, id);
        return id;
    }

    /** The same as it was before rules were kept. */
    static String monitorOfBefore(Handle handle, String clinic) {
        String id = "cns@" + clinic;
        handle.createUpdate("""
                        insert into monitor (id, baseline, measure, unit, cohort, alpha_share, p0, status, first_counted_week,
                                             sup_ln_e, created_at, created_by)
                        values (:id, 'table9-cns', 'CNS', 'FIRST_COURSE', jsonb_build_object('clinic', :clinic::text), 0.04,
                                0.08, 'ACTIVE', '2026-W40', 60, 'epoch', 'test')
                        """).bind("id", id).bind("clinic", clinic).execute();
        return id;
    }
}
