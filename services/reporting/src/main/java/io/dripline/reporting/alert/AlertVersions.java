package io.dripline.reporting.alert;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.Position;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Every version of every alert, as it was committed: for what follows each step of an alert. */
public final class AlertVersions {

    /** A version, and where it stands in the order of commits. */
    public record Committed(Position position, Alert alert) {}

    /** The next versions in the order of {@link CommittedRows}, none left out. */
    public List<Committed> after(Handle handle, Position position, int limit) throws SQLException {
        String sql = "select xid, seq, record from alert_version" + CommittedRows.AFTER_POSITION;
        try (PreparedStatement query = handle.getConnection().prepareStatement(sql)) {
            CommittedRows.bind(query, 1, position, limit);
            List<Committed> versions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(new Committed(CommittedRows.positionOf(row), read(row.getString("record"))));
                }
            }
            return versions;
        }
    }

    /** One version of an alert. */
    public Optional<Alert> find(Handle handle, UUID id, int version) {
        return handle.createQuery("select record::text from alert_version where alert_id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .mapTo(String.class)
                .map(AlertVersions::read)
                .findOne();
    }

    private static Alert read(String record) {
        return ContractJson.read(record.getBytes(StandardCharsets.UTF_8), Alert.class);
    }
}
