package io.dripline.bench.speed;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Rows of reports that say nothing and are as long as those that intake wrote; six of a patient, as {@link MadeReports} has them. */
final class FloorRows {

    private static final int PATIENT_BYTES = 32;

    /** The rows of one report. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the driver
    record Row(
            WrittenReport like,
            UUID session,
            String reference,
            String patient,
            byte[] codeHash,
            byte[] contentHash,
            byte[] wrapped,
            List<Words> words) {}

    /** The words of one event. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the driver
    record Words(UUID event, byte[] sealed) {}

    private final List<WrittenReport> like;
    private final String prefix;
    private final SplittableRandom random;
    private long made;
    private byte[] codeHash = {};

    FloorRows(List<WrittenReport> like, String run, int writer, long seed) {
        this.like = like;
        prefix = MadeReports.reference(run) + writer + "-";
        random = new SplittableRandom(seed * 1_000_003 + writer);
    }

    Row next() {
        WrittenReport one = like.get((int) (made % like.size()));
        if (made % MadeReports.COURSE == 0) {
            codeHash = bytes(one.codeHash());
        }
        return new Row(
                one,
                id(),
                prefix + made++,
                HexFormat.of().formatHex(bytes(PATIENT_BYTES)),
                codeHash,
                bytes(one.contentHash()),
                bytes(one.wrapped()),
                one.words().stream()
                        .map(length -> new Words(id(), bytes(length)))
                        .toList());
    }

    /** A UUID that sorts by time (RFC 9562, version 7), as intake's: random ones would cost the indexes more. */
    private UUID id() {
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(1 << 12),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
