package io.dripline.classification.recoding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What people see and start of recoding. */
@ApplicationScoped
class Recodings {

    private final DataSource dataSource;
    private final StoredCodings codings;

    Recodings(DataSource dataSource, StoredCodings codings) {
        this.dataSource = dataSource;
        this.codings = codings;
    }

    @Transactional(rollbackOn = SQLException.class)
    RecodingState state(String vocabulary) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<RecodingState.CodedWith> sessions = codedWith(connection);
            long others = sessions.stream()
                    .filter(one -> !one.vocabulary().equals(vocabulary))
                    .mapToLong(RecodingState.CodedWith::sessions)
                    .sum();
            return new RecodingState(
                    vocabulary,
                    sessions,
                    preview(connection, vocabulary, others),
                    recoding(connection, vocabulary, others),
                    open(connection, Work.Kind.RULING),
                    open(connection, Work.Kind.INDEX) > 0);
        }
    }

    /**
     * Asks for a recoding; false if one is under way. One by another vocabulary, which nobody goes on with, gives way to
     * it.
     */
    @Transactional(rollbackOn = SQLException.class)
    boolean start(String vocabulary, String reason, String who) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement supersede = connection.prepareStatement("""
                        update recoding set finished_at = clock_timestamp(), superseded = true
                        where kind = 'VOCABULARY' and finished_at is null and vocabulary <> ?""");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into recoding (kind, vocabulary, reason, who) values ('VOCABULARY', ?, ?, ?)
                        on conflict do nothing""")) {
            supersede.setString(1, vocabulary);
            supersede.executeUpdate();
            insert.setString(1, vocabulary);
            insert.setString(2, reason);
            insert.setString(3, who);
            return insert.executeUpdate() == 1;
        }
    }

    private static List<RecodingState.CodedWith> codedWith(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select vocabulary, count(*) as sessions from session_now where active
                        group by vocabulary order by vocabulary""");
                ResultSet rows = query.executeQuery()) {
            List<RecodingState.CodedWith> codedWith = new ArrayList<>();
            while (rows.next()) {
                codedWith.add(new RecodingState.CodedWith(rows.getString("vocabulary"), rows.getLong("sessions")));
            }
            return codedWith;
        }
    }

    private RecodingState.@Nullable Preview preview(Connection connection, String vocabulary, long others)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select * from recoding where kind = 'PREVIEW' and vocabulary = ?")) {
            query.setString(1, vocabulary);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                Instant finishedAt = instant(row, "finished_at");
                long done = row.getLong("done");
                return new RecodingState.Preview(
                        finishedAt == null ? RecodingState.Progress.RUNNING : RecodingState.Progress.DONE,
                        done,
                        finishedAt == null ? Math.max(done, others) : done,
                        row.getLong("changed"),
                        codings.changes(row.getString("events")),
                        finishedAt);
            }
        }
    }

    private static RecodingState.@Nullable Recoding recoding(Connection connection, String vocabulary, long others)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select * from recoding where kind = 'VOCABULARY' order by id desc limit 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            Instant finishedAt = instant(row, "finished_at");
            long done = row.getLong("done");
            return new RecodingState.Recoding(
                    finishedAt == null ? RecodingState.Progress.RUNNING : RecodingState.Progress.DONE,
                    done,
                    finishedAt == null && row.getString("vocabulary").equals(vocabulary) ? done + others : done,
                    row.getLong("changed"),
                    row.getString("vocabulary"),
                    row.getString("reason"),
                    row.getString("who"),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    finishedAt);
        }
    }

    private static long open(Connection connection, Work.Kind kind) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from recoding where finished_at is null and kind = ?")) {
            query.setString(1, kind.name());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
