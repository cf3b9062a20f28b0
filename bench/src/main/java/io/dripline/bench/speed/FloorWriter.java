package io.dripline.bench.speed;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A client that writes rows by intake's statement: one round trip, one transaction, one wait for the disk. */
final class FloorWriter implements Client {

    private final Connection connection;
    private final PreparedStatement insert;
    private final FloorRows source;
    private final int rows;

    /** @param rows that are written by each statement */
    FloorWriter(Connection connection, String statement, FloorRows source, int rows) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(statement);
        this.source = source;
        this.rows = rows;
    }

    @Override
    public void ask() throws SQLException {
        List<FloorRows.Row> written = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            written.add(source.next());
        }
        String now = Instant.now().toString();
        insert.setArray(1, texts(written, row -> row.session().toString()));
        insert.setArray(2, texts(written, row -> "1"));
        insert.setArray(3, texts(written, row -> "ACTIVE"));
        insert.setArray(4, texts(written, row -> row.like().clinic()));
        insert.setArray(5, texts(written, FloorRows.Row::reference));
        insert.setArray(6, texts(written, FloorRows.Row::patient));
        insert.setArray(7, texts(written, row -> row.like().content()));
        insert.setArray(8, texts(written, row -> row.like().who()));
        insert.setArray(9, connection.createArrayOf("bytea", new byte[rows][]));
        insert.setArray(10, bytes(written, FloorRows.Row::contentHash));
        insert.setArray(11, texts(written, row -> now));
        insert.setArray(12, texts(written, row -> now));
        insert.setArray(13, bytes(written, FloorRows.Row::codeHash));
        insert.setArray(14, bytes(written, FloorRows.Row::wrapped));
        insert.setArray(15, texts(written, row -> traceparent(row.session())));
        insert.setInt(16, 1);
        List<String> sessions = new ArrayList<>();
        List<FloorRows.Words> words = new ArrayList<>();
        for (FloorRows.Row row : written) {
            for (FloorRows.Words some : row.words()) {
                sessions.add(row.session().toString());
                words.add(some);
            }
        }
        insert.setArray(17, connection.createArrayOf("text", sessions.toArray(String[]::new)));
        insert.setArray(18, texts(words, some -> some.event().toString()));
        insert.setArray(19, bytes(words, FloorRows.Words::sealed));
        int found = 0;
        try (ResultSet ids = insert.executeQuery()) {
            while (ids.next()) {
                found++;
            }
        }
        if (found != rows) {
            throw new IllegalStateException("expected %d rows to be written, found %d".formatted(rows, found));
        }
    }

    /** As long as intake's, of a trace that is not recorded. */
    private static String traceparent(UUID session) {
        String id = session.toString().replace("-", "");
        return "00-" + id + "-" + id.substring(16) + "-00";
    }

    private <T> Array texts(List<T> of, Function<T, String> column) throws SQLException {
        return connection.createArrayOf("text", of.stream().map(column).toArray(String[]::new));
    }

    private <T> Array bytes(List<T> of, Function<T, byte[]> column) throws SQLException {
        return connection.createArrayOf("bytea", of.stream().map(column).toArray(byte[][]::new));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
