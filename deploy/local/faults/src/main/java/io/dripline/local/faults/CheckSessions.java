package io.dripline.local.faults;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.local.faults.Acknowledged.Content;
import io.dripline.local.faults.Acknowledged.Session;
import io.dripline.local.recount.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether what intake acknowledged is in its database, once, with what the version that was acknowledged states. */
final class CheckSessions {

    /** A version of a session, as the database holds it. */
    record Stored(String id, int version, Content holds) {}

    private final List<String> lost = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();

    private CheckSessions() {}

    /** @param prefix what the references of all that was acknowledged begin with */
    static CheckSessions of(Database intake, String prefix, Acknowledged acknowledged) throws SQLException {
        return of(stored(intake, prefix), acknowledged);
    }

    /** @param stored versions by the reference of their report */
    static CheckSessions of(Map<String, List<Stored>> stored, Acknowledged acknowledged) {
        var check = new CheckSessions();
        check.check(stored, acknowledged);
        return check;
    }

    List<String> lost() {
        return lost;
    }

    List<String> twice() {
        return twice;
    }

    private void check(Map<String, List<Stored>> stored, Acknowledged acknowledged) {
        for (Session session : acknowledged.sessions()) {
            List<Stored> found = stored.getOrDefault(session.reference(), List.of());
            if (!found.contains(new Stored(session.id(), session.version(), session.holds()))) {
                lost.add("%s was acknowledged as session %s in version %d with %s; PostgreSQL holds %s"
                        .formatted(session.reference(), session.id(), session.version(), session.holds(), found));
            }
        }
        stored.forEach((reference, found) -> {
            if (found.stream().map(Stored::id).distinct().count() > 1
                    || found.stream().map(Stored::holds).distinct().count() < found.size()) {
                twice.add("%s is in PostgreSQL as %s".formatted(reference, found));
            }
        });
        twice.addAll(acknowledged.contradictions());
    }

    private static Map<String, List<Stored>> stored(Database intake, String prefix) throws SQLException {
        Map<String, List<Stored>> stored = new HashMap<>();
        try (var connection = DriverManager.getConnection(intake.url(), intake.user(), intake.password());
                var question = connection.prepareStatement("""
                        select reference, session_id::text as id, version, status,
                               (content -> 'attributes' -> 'givenDose' ->> 'totalMg')::numeric as mg from session_version
                         where reference like ? order by version""")) {
            question.setString(1, prefix + "%");
            try (var rows = question.executeQuery()) {
                while (rows.next()) {
                    stored.computeIfAbsent(rows.getString("reference"), reference -> new ArrayList<>())
                            .add(new Stored(
                                    rows.getString("id"),
                                    rows.getInt("version"),
                                    new Content(SessionStatus.valueOf(rows.getString("status")), rows.getInt("mg"))));
                }
            }
        }
        return stored;
    }
}
