package db.migration;

import io.dripline.privacy.identifier.MaskIdentifiers;
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
 * Masks and seals the reporters' words that were there into the table that V4 made; V4.2 drops the former one.
 */
public class V4_1__Seal_text extends BaseJavaMigration {

    private static final int AT_ONCE = 1000;

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local transaction_timeout = 0");
        }
        seal(connection);
        dropWordsWithIdentifiers(connection);
    }

    /** Words that are masked from now on have another key, so a ruling on them as they were finds none again. */
    private static void dropWordsWithIdentifiers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select key, words from words");
                PreparedStatement delete = connection.prepareStatement("delete from words where key = ?")) {
            while (row.next()) {
                String words = row.getString("words");
                if (!MaskIdentifiers.in(words).equals(words)) {
                    delete.setBytes(1, row.getBytes("key"));
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private static void seal(Connection connection) throws SQLException {
        KeyRing ring = new KeyRing(ConfigProvider.getConfig().getValues("dripline.free-text.keys", String.class));
        try (PreparedStatement read = connection.prepareStatement(
                        "select session_id, version, event_id, verbatim from former_text order by session_id, version");
                PreparedStatement key = connection.prepareStatement(
                        "insert into patient_key (session_id, version, wrapped) values (?, ?, ?)");
                PreparedStatement words = connection.prepareStatement(
                        "insert into reported_text (session_id, version, event_id, sealed) values (?, ?, ?, ?)")) {
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
                        key.setBytes(3, current.wrapped());
                        key.addBatch();
                    }
                    UUID event = row.getObject("event_id", UUID.class);
                    words.setObject(1, place.session());
                    words.setInt(2, place.version());
                    words.setObject(3, event);
                    words.setBytes(
                            4, current.seal(MaskIdentifiers.in(row.getString("verbatim")), place.ofWords(event)));
                    words.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        key.executeBatch();
                        words.executeBatch();
                    }
                }
            }
            key.executeBatch();
            words.executeBatch();
        }
    }
}
