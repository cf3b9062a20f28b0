package io.dripline.intake.erasure;

import io.dripline.intake.request.StoreFailures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What was erased, by whom, when and why. Rows are added, never changed. */
@Singleton
class Erasures {

    private static final String ADD = """
            insert into erasure (id, clinic, patient, ground, who, erased_at, sessions) values (?, ?, ?, ?, ?, ?, ?)""";
    /** Whose it was, one of its sessions tells. */
    private static final String ADD_AGAIN = """
            insert into erasure (id, clinic, patient, ground, who, erased_at, sessions)
            select ?, ?, patient, ?, ?, ?, ? from session_version where session_id = ? and version = 1
            on conflict (id) do nothing""";

    private static final String READ = "select id, ground, who, erased_at, sessions from erasure where ";
    private static final String LAST_OF_PATIENT = READ + "patient = ? order by erased_at desc, id limit 1";
    private static final String NEWEST = READ + "(?::text is null or clinic = ?) order by erased_at desc, id limit ?";

    private final DataSource dataSource;

    Erasures(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(Erasure erasure, String clinic, String patient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, erasure.id());
            insert.setString(2, clinic);
            insert.setString(3, patient);
            insert.setString(4, erasure.ground().name());
            insert.setString(5, erasure.who());
            insert.setObject(6, erasure.erasedAt().atOffset(ZoneOffset.UTC));
            insert.setInt(7, erasure.sessions());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw StoreFailures.failed("An erasure could not be recorded", e);
        }
    }

    /** Adds one that a backup did not hold. */
    void addAgain(Erasure erasure, String clinic, UUID session) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD_AGAIN)) {
            insert.setObject(1, erasure.id());
            insert.setString(2, clinic);
            insert.setString(3, erasure.ground().name());
            insert.setString(4, erasure.who());
            insert.setObject(5, erasure.erasedAt().atOffset(ZoneOffset.UTC));
            insert.setInt(6, erasure.sessions());
            insert.setObject(7, session);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw StoreFailures.failed("An erasure could not be recorded again", e);
        }
    }

    Optional<Erasure> lastOf(String patient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(LAST_OF_PATIENT)) {
            query.setString(1, patient);
            return read(query).stream().findFirst();
        } catch (SQLException e) {
            throw StoreFailures.failed("Erasures could not be read", e);
        }
    }

    /** The newest ones. */
    List<Erasure> newest(Optional<String> onlyClinic, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setString(1, onlyClinic.orElse(null));
            query.setString(2, onlyClinic.orElse(null));
            query.setInt(3, limit);
            return read(query);
        } catch (SQLException e) {
            throw StoreFailures.failed("Erasures could not be read", e);
        }
    }

    private static List<Erasure> read(PreparedStatement query) throws SQLException {
        List<Erasure> erasures = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                erasures.add(new Erasure(
                        row.getObject("id", UUID.class),
                        Ground.valueOf(row.getString("ground")),
                        row.getString("who"),
                        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                        row.getInt("sessions")));
            }
        }
        return erasures;
    }
}
