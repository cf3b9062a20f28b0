package io.dripline.reporting.alert;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Every version of every alert; versions are added, never changed. */
@ApplicationScoped
public class Alerts {

    /** Where writers say that there is something to publish. */
    static final String CHANNEL = "alerts";

    private static final String LATEST = """
            select distinct on (alert_id) record::text from alert_version %s order by alert_id, version desc
            """;

    /** The current version of every alert, the newest alert first. */
    public List<Alert> all(Handle handle) {
        return handle.createQuery("select record from (%s) latest (record) order by record::json->>'raisedAt' desc"
                        .formatted(LATEST.formatted("")))
                .mapTo(String.class)
                .map(Alerts::read)
                .list();
    }

    /** The current version of every alert of these monitors, the newest alert first. */
    public List<Alert> ofMonitors(Handle handle, Collection<String> monitors) {
        return handle.createQuery("select record from (%s) latest (record) order by record::json->>'raisedAt' desc"
                        .formatted(LATEST.formatted("where monitor = any(:monitors)")))
                .bindArray("monitors", String.class, List.copyOf(monitors))
                .mapTo(String.class)
                .map(Alerts::read)
                .list();
    }

    /** The current version of every alert that stands, the newest alert first; a monitor has one at most. */
    public List<Alert> standing(Handle handle) {
        return handle.createQuery("""
                        select latest.record::text
                          from latched_alert
                          cross join lateral (select record from alert_version v where v.alert_id = latched_alert.alert_id
                                               order by version desc limit 1) latest
                         order by latest.record->>'raisedAt' desc
                        """).mapTo(String.class).map(Alerts::read).list();
    }

    /** By monitor the alert that stands and its version: nothing of an alert changes but by another version. */
    public Map<String, String> standingVersions(Handle handle) {
        return handle.createQuery("""
                        select monitor, alert_id || ' ' || (select max(version) from alert_version v
                                                             where v.alert_id = latched_alert.alert_id) as version
                          from latched_alert
                        """).reduceRows(new HashMap<>(), (versions, row) -> {
            versions.put(row.getColumn("monitor", String.class), row.getColumn("version", String.class));
            return versions;
        });
    }

    /** The alerts that stand of some monitors, by monitor. */
    public Map<String, Alert> standingOf(Handle handle, Collection<String> monitors) {
        return handle
                .createQuery("""
                        select latest.record::text
                          from latched_alert
                          cross join lateral (select record from alert_version v where v.alert_id = latched_alert.alert_id
                                               order by version desc limit 1) latest
                         where monitor = any(:monitors)
                        """)
                .bindArray("monitors", String.class, List.copyOf(monitors))
                .mapTo(String.class)
                .map(Alerts::read)
                .stream()
                .collect(Collectors.toMap(Alert::monitor, Function.identity()));
    }

    /** Alerts that stand and whose monitors count any of these clinics; all that stand, if everything is wanted. */
    List<UUID> standingOf(Handle handle, boolean everything, Set<String> clinics) {
        return handle.createQuery("""
                        select alert_id
                          from latched_alert join monitor on monitor.id = latched_alert.monitor
                         where :everything or coalesce(cohort->>'clinic' = any(:clinics), cardinality(:clinics) > 0)
                         order by alert_id
                        """)
                .bind("everything", everything)
                .bindArray("clinics", String.class, List.copyOf(clinics))
                .mapTo(UUID.class)
                .list();
    }

    /** Every alert that had been raised by a time, in the version that it had then. */
    public List<Alert> asOf(Handle handle, Instant time) {
        return handle.createQuery(LATEST.formatted(
                        "where coalesce(written_at, (record::jsonb #>> '{history,-1,at}')::timestamptz) <= :time"))
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .map(Alerts::read)
                .list();
    }

    /** How many alerts are in each state that any is in. */
    Map<String, Long> countByState(Handle handle) {
        Map<String, Long> counts = new HashMap<>();
        handle.createQuery("""
                        select record::json->>'state' as state, count(*) as n from (%s) latest (record) group by 1
                        """.formatted(LATEST.formatted("")))
                .map((row, context) -> counts.put(row.getString("state"), row.getLong("n")))
                .forEach(previous -> {});
        return counts;
    }

    /** When the oldest alert was raised that nobody has acknowledged. */
    Optional<Instant> oldestRaised(Handle handle) {
        return handle.createQuery("""
                        select min((record::json->>'raisedAt')::timestamptz) from (%s) latest (record)
                         where record::json->>'state' = 'RAISED'
                        """.formatted(LATEST.formatted("")))
                .mapTo(Instant.class)
                .findOne();
    }

    /** The current version of an alert. */
    public Optional<Alert> find(Handle handle, UUID id) {
        return handle.createQuery(LATEST.formatted("where alert_id = :id"))
                .bind("id", id)
                .mapTo(String.class)
                .map(Alerts::read)
                .findOne();
    }

    /** Monitors against which an alert stands, and which raise no other. The database refuses a second one. */
    Set<String> monitorsLatched(Handle handle) {
        return handle.createQuery("select monitor from latched_alert")
                .mapTo(String.class)
                .set();
    }

    /**
     * Until the transaction ends nobody else raises or supersedes: whether a monitor may raise is not asked while an alert of
     * it is being taken out of force.
     */
    void aloneRaising(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(hashtext('latched_alert'))")
                .mapToMap()
                .one();
    }

    /**
     * Adds a version; the relay is told when the transaction commits.
     *
     * @return false, and nothing is added, if the alert has this version already; begin anew in another transaction
     */
    boolean add(Handle handle, Alert alert) {
        int added = handle.createUpdate("""
                        insert into alert_version (alert_id, version, monitor, record)
                        values (:id, :version, :monitor, :record::json)
                        on conflict (alert_id, version) do nothing
                        """)
                .bind("id", alert.id())
                .bind("version", alert.version())
                .bind("monitor", alert.monitor())
                .bind("record", new String(ContractJson.write(alert), StandardCharsets.UTF_8))
                .execute();
        if (added == 0) {
            return false;
        }
        handle.execute("notify " + CHANNEL);
        return true;
    }

    private static Alert read(String record) {
        return ContractJson.read(record.getBytes(StandardCharsets.UTF_8), Alert.class);
    }
}
