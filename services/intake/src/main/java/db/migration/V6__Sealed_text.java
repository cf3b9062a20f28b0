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
 * Free text is sealed from now on, and what was there is sealed here: into tables of their own, so that the files that held it in the
 * clear are removed with the former ones. The ledger of versions stays as it is.
 */
public class V6__Sealed_text extends BaseJavaMigration {

    private static final int AT_ONCE = 1000;

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    set local transaction_timeout = 0;
                    -- The data key of each version that holds free text, wrapped by the installation's key. Whoever deletes it erases
                    -- what it sealed, here and wherever a copy lies.
                    create table patient_key (
                        session_id uuid not null,
                        version    integer not null,
                        patient    text not null,
                        wrapped    bytea not null,
                        primary key (session_id, version)
                    );
                    create index patient_key_of_patient on patient_key (patient);
                    alter table session_text rename to former_text;
                    alter index session_text_pkey rename to former_text_pkey;
                    create table session_text (
                        session_id uuid not null,
                        version    integer not null,
                        event_id   uuid not null,
                        sealed     bytea not null,
                        primary key (session_id, version, event_id)
                    );
                    alter table session_reason rename to former_reason;
                    alter index session_reason_pkey rename to former_reason_pkey;
                    create table session_reason (
                        session_id uuid not null,
                        version    integer not null,
                        sealed     bytea not null,
                        primary key (session_id, version)
                    );
                    -- By which version of a session its words were erased, and who asked for that. Rows are added, never changed.
                    create table session_erasure (
                        session_id uuid not null,
                        version    integer not null,
                        erased_at  timestamptz not null,
                        primary key (session_id, version)
                    );
                    create table erasure (
                        id        uuid primary key,
                        clinic    text not null,
                        patient   text not null,
                        ground    text not null,
                        who       text not null,
                        erased_at timestamptz not null,
                        sessions  integer not null
                    );
                    create index erasure_of_patient on erasure (patient, erased_at);
                    create index erasure_newest on erasure (erased_at);
                    """);
            seal(connection);
            statement.execute("drop table former_text; drop table former_reason");
        }
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
