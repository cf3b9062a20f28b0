package io.dripline.reporting.notification;

import io.dripline.contracts.alert.Alert;
import io.dripline.relay.Position;
import io.dripline.reporting.alert.AlertVersions;
import io.dripline.reporting.alert.AlertVersions.Committed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Makes deliveries from what was committed since the last time: versions of alerts in the order of their commits, and
 * digests. Deliveries and how far it came are written in one transaction, by one instance at a time, so none is left out; and a
 * recipient has at most one of each, whatever is read again.
 */
@ApplicationScoped
class PlanDeliveries {

    private static final int AT_ONCE = 200;

    private final Jdbi jdbi;
    private final Deliveries deliveries;
    private final Recipients recipients;
    private final Clock clock;
    private final AlertVersions versions = new AlertVersions();

    PlanDeliveries(Jdbi jdbi, Deliveries deliveries, Recipients recipients, Clock clock) {
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** Makes what is missing; how many deliveries that were. */
    int plan() throws SQLException {
        int made = 0;
        if (jdbi.<Boolean, SQLException>withHandle(this::isAnythingNew)) {
            made = jdbi.<Integer, SQLException>inTransaction(this::planWithin);
        }
        return made;
    }

    /** Asked before the position is locked, because locking it writes. */
    private boolean isAnythingNew(Handle handle) throws SQLException {
        return !versions.after(handle, deliveries.position(handle), 1).isEmpty()
                || !deliveries.daysToTell(handle).isEmpty();
    }

    private int planWithin(Handle handle) throws SQLException {
        Instant now = clock.instant();
        List<String> told = recipients.names();
        int made = 0;
        Position reached = null;
        for (Committed version : versions.after(handle, deliveries.lockPosition(handle), AT_ONCE)) {
            Optional<Occasion> occasion = Occasion.of(before(handle, version.alert()), version.alert());
            if (occasion.isPresent()) {
                made += deliveries.add(handle, told, occasion.get(), version.alert(), now);
            }
            reached = version.position();
        }
        if (reached != null) {
            deliveries.move(handle, reached);
        }
        for (LocalDate day : deliveries.daysToTell(handle)) {
            made += deliveries.add(handle, told, day, now);
            deliveries.moveDay(handle, day);
        }
        return made;
    }

    private @Nullable Alert before(Handle handle, Alert alert) {
        return versions.find(handle, alert.id(), alert.version() - 1).orElse(null);
    }
}
