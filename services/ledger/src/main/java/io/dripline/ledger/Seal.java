package io.dripline.ledger;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One link of the chain.
 *
 * @param position from 1, without gaps
 * @param table whose row it seals
 * @param form of the row's canonical text
 * @param rowKey what names the row to a person
 * @param rowHash over the row's canonical text
 * @param textHash 32 bytes for each table of texts that belong to the row, one after the other
 * @param sealedAt microseconds since 1970
 * @param hash over all that and the hash before
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual alone
record Seal(
        long position,
        String table,
        int form,
        Place place,
        String rowKey,
        byte[] rowHash,
        byte[] textHash,
        long sealedAt,
        byte[] hash) {

    static final int HASH_LENGTH = 32;

    /** What stands before the first seal of a ledger. */
    static byte[] genesis(LedgerKey key, Ledger ledger) {
        return key.hash("genesis", ledger.name());
    }

    static Seal next(
            LedgerKey key,
            Ledger ledger,
            SealedTable table,
            StoredRow row,
            long position,
            long sealedAt,
            byte[] before) {
        int form = table.newestForm();
        List<byte[]> texts = row.textHashes(key, ledger, table);
        ByteBuffer textHash = ByteBuffer.allocate(texts.size() * HASH_LENGTH);
        texts.forEach(textHash::put);
        Seal unsigned = new Seal(
                position,
                table.name(),
                form,
                row.place(),
                row.key(),
                row.hash(key, ledger, table, form),
                textHash.array(),
                sealedAt,
                new byte[0]);
        return unsigned.withHash(unsigned.expectedHash(key, ledger, before));
    }

    private Seal withHash(byte[] made) {
        return new Seal(position, table, form, place, rowKey, rowHash, textHash, sealedAt, made);
    }

    /** What its hash must be behind this one. */
    byte[] expectedHash(LedgerKey key, Ledger ledger, byte[] before) {
        return key.hash(
                "seal",
                ledger.name(),
                before,
                Long.toString(position),
                table,
                Integer.toString(form),
                Long.toUnsignedString(place.xid()),
                Long.toString(place.seq()),
                rowKey,
                rowHash,
                textHash,
                Long.toString(sealedAt));
    }
}
