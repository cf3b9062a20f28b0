package io.dripline.classification.session;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;

import io.dripline.contracts.RefusedRecordException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database refuses a row for what it contains, e.g. a character that text cannot hold. Retrying will not help. */
final class ContentRefusal {

    /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> CLASSES = Set.of("22", "23", "54");

    private ContentRefusal() {}

    static boolean isWhatHappened(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }

    /** Without the database's own message, which may quote the row. */
    static RefusedRecordException of(SQLException failure) {
        return new RefusedRecordException(
                BROKEN_INVARIANT,
                "expected content that the database takes, found what it refuses with SQLSTATE "
                        + failure.getSQLState());
    }
}
