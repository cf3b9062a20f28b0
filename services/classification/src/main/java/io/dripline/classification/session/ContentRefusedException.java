package io.dripline.classification.session;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database refuses a row for what it contains, e.g. a character that text cannot hold. Retrying will not help. */
final class ContentRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> CLASSES = Set.of("22", "23", "54");

    /** Without the database's own message, which may quote the row. */
    ContentRefusedException(SQLException refusal) {
        super("the database refuses what it contains, SQLSTATE " + refusal.getSQLState());
    }

    static boolean isWhatHappened(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
