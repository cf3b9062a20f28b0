package io.dripline.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place among entries, which are ordered by transaction, table and row.
 *
 * @param xid the writing transaction's number
 * @param table in which the last entry seen lies
 * @param seq the number of its row
 */
public record EntryCursor(long xid, String table, long seq) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([a-z_]{1,63})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static EntryCursor of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no cursor");
        }
        return new EntryCursor(Long.parseLong(matcher.group(1)), matcher.group(3), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return xid + "-" + seq + "-" + table;
    }
}
