package io.dripline.reporting.superseding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The crossings that were found, by alert; never changed. */
@ApplicationScoped
class Crossings {

    Map<UUID, Crossing> all(Handle handle) {
        return handle.createQuery("select alert_id, received_until, stored_until from crossing")
                .reduceRows(new HashMap<>(), (crossings, row) -> {
                    crossings.put(
                            row.getColumn("alert_id", UUID.class),
                            new Crossing(
                                    row.getColumn("received_until", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getColumn("stored_until", OffsetDateTime.class)
                                            .toInstant()));
                    return crossings;
                });
    }

    void keep(Handle handle, UUID alert, Crossing crossing) {
        handle.createUpdate("""
                        insert into crossing (alert_id, received_until, stored_until)
                        values (:alert, :receivedUntil, :storedUntil)
                        on conflict (alert_id) do nothing
                        """)
                .bind("alert", alert)
                .bind("receivedUntil", crossing.receivedUntil().atOffset(ZoneOffset.UTC))
                .bind("storedUntil", crossing.storedUntil().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
