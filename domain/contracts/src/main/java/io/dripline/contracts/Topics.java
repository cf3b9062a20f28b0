package io.dripline.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The tables as Kafka topics. All are compacted: a record is the whole latest state of its key.
 *
 * <p>The first three share {@link #PARTITIONS}, because one patient's sessions and their share of every cell stay in
 * one partition from intake to incidence; changing the number means a rebuild.
 */
public final class Topics {

    public static final String SESSIONS_REPORTED = "dripline.sessions.reported.v1";
    public static final String SESSIONS_CODED = "dripline.sessions.coded.v1";
    public static final String INCIDENCE = "dripline.incidence.v1";
    public static final String ALERTS = "dripline.alerts.v1";

    /** Beside the line: what clinics performed and posted, from which it follows how far counts are complete. */
    public static final String CLINIC_WEEKS = "dripline.clinic-weeks.v1";

    /** Every table, in the order of the line, and that beside it. */
    public static final List<String> TABLES =
            List.of(SESSIONS_REPORTED, SESSIONS_CODED, INCIDENCE, ALERTS, CLINIC_WEEKS);

    /** Divisible by two and three, so that two or three instances share the work evenly. */
    public static final int PARTITIONS = 6;

    /**
     * Bytes: what a record of a table may have at most, 4 MiB; topics and producers are set to it. A body's limit of
     * 1 MiB bounds no record, for events are added one by one, and ids and codings come on top.
     *
     * <p>A reported session: 200 events of 4,000 characters, each 3 bytes of UTF-8 at most (2 where JSON escapes it), and
     * a third more for base64, and at most 700 bytes for what else an event says; 3.4 million. A coded session: 200 events of 13,000 bytes of codings at
     * most, and 300 bytes for what else there is; 2.7 million. A share of a cell: two counts for each of 6,000 measures, in 100 bytes
     * each; 0.6 million. An alert has a line a week, a clinic-week seven days. Tests hold the first two to it; decision 10.
     */
    public static final int LONGEST_RECORD = 4 * 1024 * 1024;

    /**
     * When a record that has a newer one of its key is due to be removed, however little has changed. Kafka acts on it when
     * something more comes to the partition, not before.
     */
    public static final Duration LONGEST_LAG = Duration.ofDays(1);

    /** The topic setting that says so. */
    public static final String COMPACTION_LAG = "max.compaction.lag.ms";

    /** What every table is created with; the broker supplies replication. */
    public static final Map<String, String> TABLE_CONFIG = Map.of(
            "cleanup.policy",
            "compact",
            "min.cleanable.dirty.ratio",
            "0.2",
            "segment.bytes",
            "67108864",
            COMPACTION_LAG,
            Long.toString(LONGEST_LAG.toMillis()),
            "max.message.bytes",
            Integer.toString(LONGEST_RECORD));

    /** The dead-letter topic of every table that a service reads; nothing in the line reads alerts. */
    public static final List<String> DEAD_LETTERS = List.of(
            deadLettersOf(SESSIONS_REPORTED),
            deadLettersOf(SESSIONS_CODED),
            deadLettersOf(INCIDENCE),
            deadLettersOf(CLINIC_WEEKS));

    /** Bytes: what a dead letter may have at most. More than a table's record, for the headers come on top of it. */
    public static final int LONGEST_DEAD_LETTER = 2 * LONGEST_RECORD;

    /**
     * How long dead letters are kept unless an installation says otherwise. They hold sessions in the clear but for words, so not
     * for ever; long enough for somebody to look, and a record that is still its key's latest stays in its own topic anyway.
     */
    public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    /** The topic setting that says so; from when a letter was written, whatever the time of its record. */
    public static final String RETENTION = "retention.ms";

    /** What a dead-letter topic is created with. Segments of a day, for whole ones are removed. */
    public static final Map<String, String> DEAD_LETTER_CONFIG = deadLetterConfig(DEAD_LETTERS_KEPT);

    private Topics() {}

    /**
     * The same, kept for another time.
     *
     * @throws IllegalArgumentException if it is shorter than a day
     */
    public static Map<String, String> deadLetterConfig(Duration kept) {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("dripline.dead-letters.kept: expected a day or longer, found " + kept);
        }
        return Map.of(
                "cleanup.policy",
                "delete",
                RETENTION,
                Long.toString(kept.toMillis()),
                "retention.bytes",
                "-1",
                "segment.ms",
                Long.toString(Duration.ofDays(1).toMillis()),
                "message.timestamp.type",
                "LogAppendTime",
                "max.message.bytes",
                Integer.toString(LONGEST_DEAD_LETTER));
    }

    /** The topic that takes what cannot be processed from {@code topic}. */
    public static String deadLettersOf(String topic) {
        return topic + ".dead";
    }
}
