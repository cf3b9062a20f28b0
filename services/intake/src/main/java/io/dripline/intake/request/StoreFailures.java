package io.dripline.intake.request;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, which passes, from a defect, which does not. */
public final class StoreFailures {

    private StoreFailures() {}

    /**
     * What to throw where {@code what} failed: 503 if another try may succeed.
     *
     * @param what what could not be done, for the log
     */
    public static RuntimeException failed(String what, SQLException e) {
        return isPassing(e) || isOutdated(e) ? Refusal.unavailable() : new IllegalStateException(what, e);
    }

    /** This instance hashes patients' codes by fewer keys than another does since: it is to be restarted with them. */
    private static boolean isOutdated(SQLException e) {
        return "23503".equals(e.getSQLState()) && String.valueOf(e.getMessage()).contains("patient_depth_fkey");
    }

    /** Whether a database that is away is behind {@code e}, however deep. */
    static boolean isStoreAway(Throwable e) {
        return sqlCause(e, new HashSet<>()).filter(StoreFailures::isPassing).isPresent();
    }

    /** A failed commit hides its cause among the suppressed. */
    private static Optional<SQLException> sqlCause(@Nullable Throwable e, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return Optional.empty();
        }
        if (e instanceof SQLException sql) {
            return Optional.of(sql);
        }
        Optional<SQLException> cause = sqlCause(e.getCause(), seen);
        for (Throwable suppressed : e.getSuppressed()) {
            cause = cause.or(() -> sqlCause(suppressed, seen));
        }
        return cause;
    }

    /**
     * Connection lost or refused, server stopping, out of resources, chosen to end a deadlock, out of time, or no
     * connection free in time.
     */
    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("40")
                || state.startsWith("25P");
    }
}
