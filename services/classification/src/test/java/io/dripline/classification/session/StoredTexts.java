package io.dripline.classification.session;

import io.dripline.classification.text.FreeText;
import io.dripline.classification.text.ReportedTexts;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.TextPlace;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The reporters' words as they are stored, for tests that look at them or put some there. */
@Singleton
public class StoredTexts {

    private final DataSource dataSource;
    private final FreeText freeText;
    private final ReportedTexts texts;

    StoredTexts(DataSource dataSource, FreeText freeText, ReportedTexts texts) {
        this.dataSource = dataSource;
        this.freeText = freeText;
        this.texts = texts;
    }

    /** The words of a version that can be opened, by event. */
    public Map<UUID, String> of(UUID session, int version) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return texts.of(connection, List.of(session)).getOrDefault(new TextPlace(session, version), Map.of());
        }
    }

    /** Adds the words of an event to version 1. */
    public void add(UUID session, UUID event, String words) throws SQLException {
        TextPlace place = new TextPlace(session, 1);
        try (Connection connection = dataSource.getConnection()) {
            byte[] wrapped = texts.keysOf(connection, List.of(session)).get(place);
            DataKey key = wrapped == null ? freeText.newKey() : freeText.open(wrapped);
            texts.keep(connection, List.of(new ReportedTexts.Text(place, key, Map.of(event, words))));
        }
    }
}
