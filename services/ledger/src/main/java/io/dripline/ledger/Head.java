package io.dripline.ledger;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a chain at a time, to be kept where who administers the database cannot write. It is what finds a tail that was cut
 * off together with its seals.
 *
 * @param ledger whose chain
 * @param position of its last seal, 1 or more
 * @param hash of that seal, as 64 hexadecimal digits
 * @param sealedAt when that row was sealed
 * @param row the table and the key of the row that it seals
 * @param mac over all that under the ledger's key, so that a head cannot be made up: 64 hexadecimal digits
 */
public record Head(String ledger, long position, String hash, Instant sealedAt, String row, String mac) {

    private static final Pattern LINE = Pattern.compile(
            "(?:.*\\s)?head ([a-z]+) ([1-9][0-9]{0,17}) ([0-9a-f]{64}) ([0-9]\\S+Z) ([0-9a-f]{64}) (.+)");

    /** A head as the message of a line of log that is JSON. */
    private static final Pattern IN_JSON = Pattern.compile("\"message\":\"(head (?:[^\"\\\\]|\\\\.)*)\"");

    static Head of(LedgerKey key, Ledger ledger, Seal last) {
        Instant sealedAt = Instant.EPOCH.plusNanos(last.sealedAt() * 1000);
        String hash = HexFormat.of().formatHex(last.hash());
        String row = last.table() + " " + last.rowKey();
        return new Head(
                ledger.name(),
                last.position(),
                hash,
                sealedAt,
                row,
                mac(key, ledger.name(), last.position(), hash, sealedAt, row));
    }

    /** Whether it was made with this key. */
    boolean isGenuine(LedgerKey key) {
        return MessageDigest.isEqual(
                HexFormat.of().parseHex(mac(key, ledger, position, hash, sealedAt, row)),
                HexFormat.of().parseHex(mac));
    }

    private static String mac(LedgerKey key, String ledger, long position, String hash, Instant sealedAt, String row) {
        return HexFormat.of()
                .formatHex(key.hash("head", ledger, Long.toString(position), hash, sealedAt.toString(), row));
    }

    /** One line of text, which {@link #parse} reads. */
    public String line() {
        return "head %s %d %s %s %s %s".formatted(ledger, position, hash, sealedAt, mac, row);
    }

    /**
     * Reads a line, whatever stands before the word {@code head} in it: a line of a log will do, and one that is JSON.
     *
     * @throws IllegalArgumentException if it holds no head
     */
    public static Head parse(String line) {
        Matcher json = IN_JSON.matcher(line);
        String head = json.find() ? json.group(1).replaceAll("\\\\(.)", "$1") : line.strip();
        Matcher matcher = LINE.matcher(head);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected 'head', a ledger, a position, a hash, a time, a keyed hash and a row; found: " + line);
        }
        try {
            return new Head(
                    matcher.group(1),
                    Long.parseLong(matcher.group(2)),
                    matcher.group(3),
                    Instant.parse(matcher.group(4)),
                    matcher.group(6),
                    matcher.group(5));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a time such as 2026-11-22T09:00:00Z; found: " + line, e);
        }
    }
}
