package io.dripline.contracts;

import java.util.List;
import java.util.Map;

/**
 * The four tables as Kafka topics. All are compacted: a record is the whole latest state of its key.
 *
 * <p>The first three share {@link #PARTITIONS}, because one patient's sessions and their share of every cell stay in
 * one partition from intake to incidence; changing the number means a rebuild.
 */
public final class Topics {

    public static final String SESSIONS_REPORTED = "dripline.sessions.reported.v1";
    public static final String SESSIONS_CODED = "dripline.sessions.coded.v1";
    public static final String INCIDENCE = "dripline.incidence.v1";
    public static final String ALERTS = "dripline.alerts.v1";

    /** Every table, in the order of the line. */
    public static final List<String> TABLES = List.of(SESSIONS_REPORTED, SESSIONS_CODED, INCIDENCE, ALERTS);

    /** Divisible by two and three, so that two or three instances share the work evenly. */
    public static final int PARTITIONS = 6;

    /** What every table is created with; the broker supplies replication. */
    public static final Map<String, String> TABLE_CONFIG =
            Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.2", "segment.bytes", "67108864");

    /** Bytes: what a dead letter may have at most. More than a table's record, for the headers come on top of it. */
    public static final int LONGEST_DEAD_LETTER = 4 * 1024 * 1024;

    /** What a dead-letter topic is created with: kept for ever, for they are evidence. */
    public static final Map<String, String> DEAD_LETTER_CONFIG = Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            "-1",
            "retention.bytes",
            "-1",
            "max.message.bytes",
            Integer.toString(LONGEST_DEAD_LETTER));

    private Topics() {}

    /** The topic that takes what cannot be processed from {@code topic}. */
    public static String deadLettersOf(String topic) {
        return topic + ".dead";
    }
}
