package io.dripline.intake.privacy;

import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.KeyRing;
import io.dripline.privacy.seal.SealBrokenException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes and opens the keys of what people typed. */
@Singleton
public class FreeText {

    private static final String SETTING = "dripline.free-text.keys";

    /** Sessions' ids ascend with time: the ends were wrapped by the first secret and the last. */
    private static final String OLDEST_AND_NEWEST = """
            (select wrapped from patient_key order by session_id, version limit 1)
            union all (select wrapped from patient_key order by session_id desc, version desc limit 1)""";

    private final KeyRing ring;
    private final DataSource dataSource;

    FreeText(FreeTextConfig config, DataSource dataSource) {
        try {
            ring = new KeyRing(config.keys());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(SETTING + e.getMessage(), e);
        }
        this.dataSource = dataSource;
    }

    /**
     * Under other secrets nothing could be read: better not to start. Tried are the keys of the oldest session and of the newest, which
     * the first secret and the last have wrapped, unless only old sessions were changed since. One that is missing otherwise is found when a text of its time is read, not here: no row says which
     * secret wrapped it, wrapped keys of different secrets look alike, and to unwrap all of them would hold up every start for what
     * {@link KeyRing} tells of any one of them anyway.
     */
    void start(@Observes StartupEvent starting) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(OLDEST_AND_NEWEST);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                open(row.getBytes(1));
            }
        } catch (SealBrokenException e) {
            throw new IllegalStateException(
                    SETTING + ": expected those with which the database was written, found others", e);
        }
    }

    /** A key for the texts of one version. */
    public DataKey newKey() {
        return ring.create();
    }

    /** A key as it was stored. */
    public DataKey open(byte[] wrapped) {
        return ring.unwrap(wrapped);
    }
}
