package io.dripline.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as it stands in a table.
 *
 * @param key what names it to a person
 * @param forms its canonical text in each form, the first first
 * @param texts what lies apart of it, table by table
 */
record StoredRow(Place place, String key, List<String> forms, List<List<String>> texts) {

    /** The current row of an answer to {@link SealedTable#rows}. */
    static StoredRow of(ResultSet row, SealedTable table) throws SQLException {
        int column = 4;
        List<String> forms = new ArrayList<>();
        for (int form = 1; form <= table.newestForm(); form++) {
            forms.add(row.getString(column++));
        }
        List<List<String>> texts = new ArrayList<>();
        for (int text = 0; text < table.texts().size(); text++) {
            Array array = row.getArray(column++);
            texts.add(List.of((String[]) array.getArray()));
        }
        return new StoredRow(
                new Place(Long.parseUnsignedLong(row.getString(1)), row.getLong(2)), row.getString(3), forms, texts);
    }

    byte[] hash(LedgerKey key, Ledger ledger, SealedTable table, int form) {
        return key.hash("row", ledger.name(), table.name(), Integer.toString(form), forms.get(form - 1));
    }

    /** 32 bytes for each table of texts. */
    List<byte[]> textHashes(LedgerKey key, Ledger ledger, SealedTable table) {
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Object> fields = new ArrayList<>(
                    List.of("text", ledger.name(), table.texts().get(i).table(), this.key));
            fields.addAll(texts.get(i));
            hashes.add(key.hash(fields.toArray()));
        }
        return hashes;
    }
}
