package io.dripline.reporting.notification;

import io.dripline.contracts.alert.Alert;
import io.dripline.relay.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What is to be told, to whom, and how far that has come. */
@ApplicationScoped
class Deliveries {

    private static final String COLUMNS = """
            id, seq, recipient, occasion, alert_id, alert_version, digest_day, state, tries, failures, created_at,
            waiting_since, next_try_at, delivered_at, last_error, retried_at, retried_by
            """;

    /** A delivery in the hands of whoever tries it. @param leasedUntil until then nobody else takes it */
    record Claimed(Delivery delivery, int failures, Instant waitingSince, Instant leasedUntil) {}

    /** How many deliveries of a recipient are not with it. */
    record Unsettled(String recipient, DeliveryState state, int count, int failures) {}

    /** How far versions of alerts were turned into deliveries. */
    Position position(Handle handle) {
        return position(handle, "");
    }

    /** As {@link #position}, and until the transaction ends nobody else moves it. */
    Position lockPosition(Handle handle) {
        return position(handle, " for update");
    }

    private static Position position(Handle handle, String lock) {
        return handle.createQuery("select xid::text as xid, seq from notification_position" + lock)
                .map((row, context) -> new Position(Long.parseLong(row.getString("xid")), row.getLong("seq")))
                .one();
    }

    void move(Handle handle, Position to) {
        handle.createUpdate("update notification_position set xid = :xid::text::xid8, seq = :seq")
                .bind("xid", Long.toString(to.xid()))
                .bind("seq", to.seq())
                .execute();
    }

    /** Days whose digest was not turned into deliveries yet, ascending. */
    List<LocalDate> daysToTell(Handle handle) {
        return handle.createQuery(
                        "select day from digest where day > (select digest_day from notification_position) order by day")
                .mapTo(LocalDate.class)
                .list();
    }

    void moveDay(Handle handle, LocalDate told) {
        handle.createUpdate("update notification_position set digest_day = :day")
                .bind("day", told)
                .execute();
    }

    /** Adds a delivery of an alert's version to each recipient; one that there is already is left as it is. */
    int add(Handle handle, List<String> recipients, Occasion occasion, Alert alert, Instant now) {
        return add(handle, recipients, occasion, alert.id(), alert.version(), null, now);
    }

    /** As {@link #add(Handle, List, Occasion, Alert, Instant)}, of a day's digest. */
    int add(Handle handle, List<String> recipients, LocalDate digest, Instant now) {
        return add(handle, recipients, Occasion.DIGEST, null, null, digest, now);
    }

    private static int add(
            Handle handle,
            List<String> recipients,
            Occasion occasion,
            @Nullable UUID alert,
            @Nullable Integer version,
            @Nullable LocalDate day,
            Instant now) {
        return handle.createUpdate("""
                        insert into delivery (id, recipient, occasion, alert_id, alert_version, digest_day, state, created_at,
                                              waiting_since, next_try_at)
                        select gen_random_uuid(), recipient, :occasion, :alert::uuid, :version::integer, :day::date, 'WAITING', :now,
                               :now, :now
                          from unnest(:recipients) with ordinality as r (recipient, place) order by place
                        on conflict on constraint delivery_once do nothing
                        """)
                .bindArray("recipients", String.class, recipients)
                .bind("occasion", occasion.name())
                .bind("alert", alert)
                .bind("version", version)
                .bind("day", day)
                .bind("now", at(now))
                .execute();
    }

    /**
     * Takes the oldest delivery that is due, unless another of the recipient's is being tried. It is counted as a try at
     * once, so that one that kills the service is not tried without end.
     *
     * @param handle in a transaction
     * @param lease how long nobody else takes it; longer than any try takes
     */
    Optional<Claimed> claim(Handle handle, String recipient, Instant now, Duration lease) {
        // Until the transaction ends no other instance claims for this recipient, so that what follows sees every
        // lease. Not waited for: an instance that hangs would take a connection of each worker here.
        boolean alone = handle.createQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('dripline.reporting.tell.' || :recipient, 0))")
                .bind("recipient", recipient)
                .mapTo(Boolean.class)
                .one();
        if (!alone) {
            return Optional.empty();
        }
        Instant until = now.plus(lease);
        return handle.createQuery("""
                        update delivery set tries = tries + 1, leased_until = :until
                         where id = (select id from delivery
                                      where recipient = :recipient and state = 'WAITING' and next_try_at <= :now
                                        and not exists (select from delivery d where d.recipient = :recipient
                                                           and d.state = 'WAITING' and d.leased_until > :now)
                                      order by seq limit 1 for update)
                        returning\s""" + COLUMNS)
                .bind("recipient", recipient)
                .bind("now", at(now))
                .bind("until", at(until))
                .map((row, context) ->
                        new Claimed(read(row, context), row.getInt("failures"), instant(row, "waiting_since"), until))
                .findOne();
    }

    /** Whoever gets here knows that it arrived, even if the lease is over. */
    void delivered(Handle handle, UUID id, Instant now) {
        handle.createUpdate("""
                        update delivery set state = 'DELIVERED', delivered_at = :now, next_try_at = null, leased_until = null
                         where id = :id and state <> 'DELIVERED'
                        """).bind("id", id).bind("now", at(now)).execute();
    }

    /**
     * Notes a failure, unless somebody else has tried since.
     *
     * @param nextTryAt null to park it
     */
    void failed(Handle handle, Delivery delivery, String error, @Nullable Instant nextTryAt) {
        handle.createUpdate("""
                        update delivery set state = :state, failures = failures + 1, last_error = :error, next_try_at = :next::timestamptz,
                               leased_until = null
                         where id = :id and tries = :tries and state = 'WAITING'
                        """)
                .bind("state", nextTryAt == null ? DeliveryState.PARKED.name() : DeliveryState.WAITING.name())
                .bind("error", error)
                .bind("id", delivery.id())
                .bind("tries", delivery.tries())
                .bind("next", nextTryAt == null ? null : at(nextTryAt))
                .execute();
    }

    /** Parks what waits for recipients that nobody is configured to tell. */
    int parkOthers(Handle handle, List<String> recipients, Instant waitingSinceBefore) {
        return handle.createUpdate("""
                        update delivery set state = 'PARKED', next_try_at = null, leased_until = null,
                               last_error = 'nobody tried: the recipient is not in the settings'
                         where state = 'WAITING' and waiting_since < :before and recipient <> all(:recipients)
                        """)
                .bind("before", at(waitingSinceBefore))
                .bindArray("recipients", String.class, recipients)
                .execute();
    }

    /** Makes one that is parked or waits due now, with patience anew; of one that is being tried or arrived it changes nothing. */
    void sendAgain(Handle handle, UUID id, String officer, Instant now) {
        handle.createUpdate("""
                        update delivery set state = 'WAITING', next_try_at = :now, waiting_since = :now, failures = 0,
                               retried_at = :now, retried_by = :officer
                         where id = :id and state <> 'DELIVERED' and coalesce(leased_until <= :now, true)
                        """)
                .bind("id", id)
                .bind("officer", officer)
                .bind("now", at(now))
                .execute();
    }

    Optional<Delivery> find(Handle handle, UUID id) {
        return handle.createQuery("select " + COLUMNS + " from delivery where id = :id")
                .bind("id", id)
                .map(Deliveries::read)
                .findOne();
    }

    /** The newest first. */
    List<Delivery> page(Handle handle, NotificationQuestion question) {
        return handle.createQuery("select " + COLUMNS + """
                          from delivery
                         where (:state::text is null or state = :state::text) and seq < coalesce((select seq from delivery where id = :after::uuid),
                               9223372036854775807)
                         order by seq desc limit :limit
                        """)
                .bind(
                        "state",
                        question.state() == null ? null : question.state().name())
                .bind("after", question.after())
                .bind("limit", question.limit() + 1)
                .map(Deliveries::read)
                .list();
    }

    List<Unsettled> unsettled(Handle handle) {
        return handle.createQuery("""
                        select recipient, state, count(*) as count, max(failures) as failures
                          from delivery where state in ('WAITING', 'PARKED') group by recipient, state order by recipient, state
                        """)
                .map((row, context) -> new Unsettled(
                        row.getString("recipient"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("count"),
                        row.getInt("failures")))
                .list();
    }

    private static Delivery read(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("alert_id", UUID.class),
                row.getObject("alert_version", Integer.class),
                row.getObject("digest_day", LocalDate.class),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "created_at"),
                instantOrNull(row, "next_try_at"),
                instantOrNull(row, "delivered_at"),
                row.getString("last_error"),
                instantOrNull(row, "retried_at"),
                row.getString("retried_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
