package io.dripline.classification.text;

import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.TextPlace;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The words of every version and their keys, as they are stored. Every method works within the caller's transaction. */
@Singleton
public class ReportedTexts {

    private static final String WORDS = """
            select session_id, version, event_id, sealed, wrapped
            from reported_text join patient_key using (session_id, version) where session_id = any (?)""";

    private static final String KEYS =
            "select session_id, version, wrapped from patient_key where session_id = any (?)";

    private static final String KEEP_KEY =
            "insert into patient_key (session_id, version, wrapped) values (?, ?, ?) on conflict do nothing";

    private static final String KEEP_WORDS = """
            insert into reported_text (session_id, version, event_id, sealed) values (?, ?, ?, ?)
            on conflict do nothing""";

    private static final String DESTROY = "delete from patient_key where session_id = ? and version < ?";

    private static final String NOTE =
            "insert into session_erasure (session_id, version) values (?, ?) on conflict do nothing";

    private final FreeText freeText;

    ReportedTexts(FreeText freeText) {
        this.freeText = freeText;
    }

    /** The words of one version's events, sealed by its key. */
    public record Text(TextPlace place, DataKey key, Map<UUID, String> words) {}

    /** By version and event; without words whose keys are gone. */
    public Map<TextPlace, Map<UUID, String>> of(Connection connection, Collection<UUID> sessions) throws SQLException {
        Map<TextPlace, DataKey> keys = new HashMap<>();
        Map<TextPlace, Map<UUID, String>> words = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(WORDS)) {
            query.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    TextPlace place = place(row);
                    DataKey key = keys.get(place);
                    if (key == null) {
                        key = freeText.open(row.getBytes("wrapped"));
                        keys.put(place, key);
                    }
                    UUID event = row.getObject("event_id", UUID.class);
                    words.computeIfAbsent(place, p -> new HashMap<>())
                            .put(event, key.open(row.getBytes("sealed"), place.ofWords(event)));
                }
            }
        }
        return words;
    }

    /** The wrapped keys that are still there. */
    public Map<TextPlace, byte[]> keysOf(Connection connection, Collection<UUID> sessions) throws SQLException {
        Map<TextPlace, byte[]> keys = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(KEYS)) {
            query.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.put(place(row), row.getBytes("wrapped"));
                }
            }
        }
        return keys;
    }

    /** Stores words with their keys; what is there stays as it is. */
    public void keep(Connection connection, Collection<Text> texts) throws SQLException {
        try (PreparedStatement keys = connection.prepareStatement(KEEP_KEY);
                PreparedStatement words = connection.prepareStatement(KEEP_WORDS)) {
            for (Text text : texts) {
                bind(keys, text.place(), text.key().wrapped());
                for (Map.Entry<UUID, String> event : text.words().entrySet()) {
                    words.setObject(1, text.place().session());
                    words.setInt(2, text.place().version());
                    words.setObject(3, event.getKey());
                    words.setBytes(
                            4, text.key().seal(event.getValue(), text.place().ofWords(event.getKey())));
                    words.addBatch();
                }
            }
            keys.executeBatch();
            words.executeBatch();
        }
    }

    /** Stores keys of words that are kept elsewhere: in dead letters. */
    public void keepKeys(Connection connection, Collection<WordsKey> wordsKeys) throws SQLException {
        try (PreparedStatement keys = connection.prepareStatement(KEEP_KEY)) {
            for (WordsKey key : wordsKeys) {
                bind(keys, new TextPlace(key.session(), key.version()), key.wrapped());
            }
            keys.executeBatch();
        }
    }

    /** Erases the words of every version of a session before {@code version}, and notes that this version did. */
    public void erase(Connection connection, UUID session, int version) throws SQLException {
        for (String sql : List.of(DESTROY, NOTE)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, session);
                statement.setInt(2, version);
                statement.executeUpdate();
            }
        }
    }

    private static void bind(PreparedStatement keys, TextPlace place, byte[] wrapped) throws SQLException {
        keys.setObject(1, place.session());
        keys.setInt(2, place.version());
        keys.setBytes(3, wrapped);
        keys.addBatch();
    }

    private static TextPlace place(ResultSet row) throws SQLException {
        return new TextPlace(row.getObject("session_id", UUID.class), row.getInt("version"));
    }
}
