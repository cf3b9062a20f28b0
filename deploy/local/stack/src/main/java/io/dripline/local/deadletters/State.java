package io.dripline.local.deadletters;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.tally.ClinicWeek;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which state of its key a record of a table is; consumers keep the highest.
 *
 * @param major session version, generation, or version of an alert or clinic-week
 * @param minor coding revision, or version of the share; 0 where there is none
 */
record State(long major, long minor) implements Comparable<State> {

    private static final Comparator<State> ORDER =
            Comparator.comparingLong(State::major).thenComparingLong(State::minor);

    /** A record's state, and the key that a record which says this must have. */
    private record Read(State state, String key) {}

    /**
     * The state that a record is.
     *
     * @throws RefusedRecordException if this build cannot read it either, or it lies under a key that is not its own
     */
    static State of(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        Read read = read(topic, value);
        if (key == null || !read.key().equals(new String(key, StandardCharsets.UTF_8))) {
            throw new RefusedRecordException(DeadLetterCause.BROKEN_INVARIANT, "its key is not its own");
        }
        return read.state();
    }

    private static Read read(String topic, byte @Nullable [] value) {
        try {
            return switch (topic) {
                case Topics.SESSIONS_REPORTED -> {
                    var session = ContractJson.read(value, ReportedSession.class);
                    yield new Read(new State(session.version(), 0), session.id().toString());
                }
                case Topics.SESSIONS_CODED -> {
                    var session = ContractJson.read(value, CodedSession.class);
                    yield new Read(
                            new State(session.version(), session.codingRevision()),
                            session.id().toString());
                }
                case Topics.INCIDENCE -> {
                    var share = ContractJson.read(value, CellShare.class);
                    yield new Read(
                            new State(share.generation(), share.version()), CellShare.key(share.shard(), share.cell()));
                }
                case Topics.ALERTS -> {
                    var alert = ContractJson.read(value, Alert.class);
                    yield new Read(new State(alert.version(), 0), alert.id().toString());
                }
                case Topics.CLINIC_WEEKS -> {
                    var week = ContractJson.read(value, ClinicWeek.class);
                    yield new Read(new State(week.version(), 0), ClinicWeek.key(week.clinic(), week.week()));
                }
                default -> throw new IllegalArgumentException(topic + " is none of the tables " + Topics.TABLES);
            };
        } catch (NullPointerException missing) {
            throw new RefusedRecordException(DeadLetterCause.BROKEN_INVARIANT, "what its key is made of is missing");
        }
    }

    @Override
    public int compareTo(State other) {
        return ORDER.compare(this, other);
    }
}
