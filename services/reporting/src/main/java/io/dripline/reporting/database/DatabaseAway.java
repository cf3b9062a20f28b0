package io.dripline.reporting.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, which passes, from a defect, which does not. */
public final class DatabaseAway {

    /** When to try again. */
    public static final int RETRY_AFTER_SECONDS = 2;

    private DatabaseAway() {}

    /** Whether a database that cannot be reached, or has too much to do, is behind a failure, however deep. */
    public static boolean isBehind(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        if (failure instanceof SQLException e && passes(e) || isBehind(failure.getCause())) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isBehind(suppressed)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Without a state the pool had no connection in time; 08 connection lost or refused, 57P server stopping, 53 out of
     * resources, 40 chosen to end a conflict, 25P out of time, 25006 read only, as one that takes another's place is at first.
     */
    private static boolean passes(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("40")
                || state.startsWith("25P")
                || state.equals("25006");
    }
}
