package io.dripline.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table {@code ledger_seal}. */
final class StoredSeals {

    /** A seal that no sealer could have written is read as one that is wrong, so that it can be named: a time out of range is 0. */
    private static final String SELECT = """
            select position, coalesce(sealed, ''), form, coalesce(xid::text, '0'), seq, coalesce(row_key, ''),
                   coalesce(row_hash, ''), coalesce(text_hash, ''),
                   case when sealed_at between '0001-01-01Z' and '9999-12-31Z'
                        then (extract(epoch from sealed_at) * 1000000)::bigint else 0 end,
                   coalesce(hash, '')
              from ledger_seal""";

    private static final String INSERT = """
            insert into ledger_seal (position, sealed, form, xid, seq, row_key, row_hash, text_hash, sealed_at, hash)
            select position, sealed, form, xid::xid8, seq, row_key, row_hash, text_hash,
                   timestamptz '1970-01-01Z' + sealed_at * interval '1 microsecond', hash
              from unnest(?::bigint[], ?::text[], ?::smallint[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[],
                          ?::bigint[], ?::bytea[])
                as s (position, sealed, form, xid, seq, row_key, row_hash, text_hash, sealed_at, hash)""";

    private StoredSeals() {}

    static Optional<Seal> last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " order by position desc limit 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(seal(row)) : Optional.empty();
        }
    }

    /** Up to where the rows of a table are sealed. */
    static Place reached(Connection connection, SealedTable table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select s.xid::text, s.seq from ledger_seal s where s.sealed = ? order by s.xid desc, s.seq desc limit 1")) {
            query.setString(1, table.name());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Place(Long.parseUnsignedLong(row.getString(1)), row.getLong(2)) : Place.START;
            }
        }
    }

    /** The next behind a position, in order. */
    static List<Seal> after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " where position > ? order by position limit ?")) {
            query.setLong(1, position);
            query.setInt(2, limit);
            return seals(query);
        }
    }

    /** Those of these positions that there are. */
    static List<Seal> at(Connection connection, List<Long> positions) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where position = any (?)")) {
            query.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            return seals(query);
        }
    }

    static void append(Connection connection, List<Seal> seals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, column(connection, "bigint", seals, Seal::position));
            insert.setArray(2, column(connection, "text", seals, Seal::table));
            insert.setArray(3, column(connection, "smallint", seals, Seal::form));
            insert.setArray(
                    4,
                    column(
                            connection,
                            "text",
                            seals,
                            seal -> Long.toUnsignedString(seal.place().xid())));
            insert.setArray(
                    5, column(connection, "bigint", seals, seal -> seal.place().seq()));
            insert.setArray(6, column(connection, "text", seals, Seal::rowKey));
            insert.setArray(7, bytes(connection, seals, Seal::rowHash));
            insert.setArray(8, bytes(connection, seals, Seal::textHash));
            insert.setArray(9, column(connection, "bigint", seals, Seal::sealedAt));
            insert.setArray(10, bytes(connection, seals, Seal::hash));
            insert.executeUpdate();
        }
    }

    private static Array column(Connection connection, String type, List<Seal> seals, Function<Seal, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, seals.stream().map(value).toArray());
    }

    private static Array bytes(Connection connection, List<Seal> seals, Function<Seal, byte[]> value)
            throws SQLException {
        return connection.createArrayOf("bytea", seals.stream().map(value).toArray(byte[][]::new));
    }

    private static List<Seal> seals(PreparedStatement query) throws SQLException {
        List<Seal> seals = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                seals.add(seal(row));
            }
        }
        return seals;
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                new Place(Long.parseUnsignedLong(row.getString(4)), row.getLong(5)),
                row.getString(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getLong(9),
                row.getBytes(10));
    }
}
