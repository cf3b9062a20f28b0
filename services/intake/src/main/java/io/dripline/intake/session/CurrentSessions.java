package io.dripline.intake.session;

import io.agroal.api.AgroalDataSource;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.intake.request.Dates;
import io.dripline.intake.request.StoreFailures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions as they stand, withdrawn ones among them, by local date of their start. */
@Singleton
class CurrentSessions {

    private static final String COLUMNS =
            "select session_id, version, status, clinic, reference, content, " + StoredWords.COLUMNS;

    /** Each index holds the order, so a page costs what it shows. */
    private static final String PAGE = """
            from session_version v
            where %s local_date between ? and ? and (local_date, session_id) > (?, ?)
              and not exists (select from session_version n where n.session_id = v.session_id and n.version > v.version)
            order by local_date, session_id
            limit ?
            """;

    static final String OF_ONE_CLINIC = COLUMNS + PAGE.formatted("clinic = ? and");
    static final String OF_EVERY_CLINIC = COLUMNS + PAGE.formatted("");

    private final AgroalDataSource dataSource;
    private final StoredWords words;

    CurrentSessions(AgroalDataSource dataSource, StoredWords words) {
        this.dataSource = dataSource;
        this.words = words;
    }

    /**
     * At most {@code limit} sessions behind {@code after}.
     *
     * @param onlyClinic empty for every clinic's
     */
    List<Session> page(Optional<String> onlyClinic, Dates dates, SessionCursor after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(onlyClinic.isPresent() ? OF_ONE_CLINIC : OF_EVERY_CLINIC)) {
            int parameter = 1;
            if (onlyClinic.isPresent()) {
                query.setString(parameter++, onlyClinic.get());
            }
            query.setObject(parameter++, dates.from());
            query.setObject(parameter++, dates.to());
            query.setObject(parameter++, after.date());
            query.setObject(parameter++, after.id());
            query.setInt(parameter, limit);
            List<Session> sessions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sessions.add(session(row));
                }
            }
            return sessions;
        } catch (SQLException e) {
            throw StoreFailures.failed("Sessions could not be listed", e);
        }
    }

    private Session session(ResultSet row) throws SQLException {
        StoredContent content = StoredContent.read(row.getString("content"));
        return Session.of(
                row.getObject("session_id", UUID.class),
                row.getInt("version"),
                SessionStatus.valueOf(row.getString("status")),
                row.getString("clinic"),
                row.getString("reference"),
                content.attributes(),
                content.inTheWords(words.of(row)));
    }
}
