package db.migration;

import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.KeyRing;
import io.dripline.privacy.seal.TextPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Seals the free text that was there into the tables that V6 made; V6.2 drops the former ones. The ledger of versions stays as it is.
 */
public class V6_1__Seal_text extends BaseJavaMigration {

    private static final int AT_ONCE = 1000;

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local transaction_timeout = 0");
        }
        seal(connection);
    }

    private static void seal(Connection connection) throws SQLException {
        KeyRing ring = new KeyRing(ConfigProvider.getConfig().getValues("dripline.free-text.keys", String.class));
        try (PreparedStatement read = connection.prepareStatement("""
                        select session_id, version, patient, event_id, text from (
                            select session_id, version, event_id, verbatim as text from former_text
                            union all select session_id, version, null, reason from former_reason) as texts
                        join session_version using (session_id, version) order by session_id, version""");
                PreparedStatement key = connection.prepareStatement(
                        "insert into patient_key (session_id, version, patient, wrapped) values (?, ?, ?, ?)");
                PreparedStatement words = connection.prepareStatement(
                        "insert into session_text (session_id, version, sealed, event_id) values (?, ?, ?, ?)");
                PreparedStatement reason = connection.prepareStatement(
                        "insert into session_reason (session_id, version, sealed) values (?, ?, ?)")) {
            read.setFetchSize(AT_ONCE);
            TextPlace last = null;
            DataKey current = ring.create();
            int waiting = 0;
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    TextPlace place = new TextPlace(row.getObject("session_id", UUID.class), row.getInt("version"));
                    if (!place.equals(last)) {
                        last = place;
                        current = ring.create();
                        key.setObject(1, place.session());
                        key.setInt(2, place.version());
                        key.setString(3, row.getString("patient"));
                        key.setBytes(4, current.wrapped());
                        key.addBatch();
                    }
                    UUID event = row.getObject("event_id", UUID.class);
                    PreparedStatement insert = event == null ? reason : words;
                    insert.setObject(1, place.session());
                    insert.setInt(2, place.version());
                    insert.setBytes(
                            3,
                            current.seal(
                                    row.getString("text"), event == null ? place.ofReason() : place.ofWords(event)));
                    if (event != null) {
                        insert.setObject(4, event);
                    }
                    insert.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        key.executeBatch();
                        words.executeBatch();
                        reason.executeBatch();
                    }
                }
            }
            key.executeBatch();
            words.executeBatch();
            reason.executeBatch();
        }
    }
}
