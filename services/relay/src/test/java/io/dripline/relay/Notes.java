package io.dripline.relay;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table of notes, as a service would keep one. */
class Notes implements RelaySource {

    static final String TABLE = """
            create table note (
                seq bigint generated always as identity primary key,
                xid xid8 not null default pg_current_xact_id(),
                topic text not null,
                content text not null);
            create index on note (xid, seq);
            """;

    static void write(Connection connection, String... contents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "with n as (insert into note (topic, content) select 'patient', unnest(?) returning 1)"
                        + " select pg_notify('notes', '') from n limit 1")) {
            insert.setArray(1, connection.createArrayOf("text", contents));
            insert.execute();
        }
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String notifyChannel() {
        return "notes";
    }

    @Override
    public List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException {
        List<RelayedRecord> records = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select xid, seq, topic, content from note" + CommittedRows.AFTER_POSITION)) {
            CommittedRows.bind(query, 1, after, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String content = row.getString("content");
                    records.add(new RelayedRecord(
                            CommittedRows.positionOf(row),
                            "key-" + content,
                            row.getString("topic"),
                            content.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return records;
    }
}
