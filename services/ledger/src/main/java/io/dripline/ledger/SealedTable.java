package io.dripline.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are sealed. It has the columns {@code xid xid8 not null default pg_current_xact_id()} and a number of
 * the row within the table, an index on both, and its sealed columns are never changed.
 *
 * @param name in the schema that is searched
 * @param seq the column with the number of the row
 * @param key the columns that name a row to a person
 * @param forms the columns that are sealed: by the number of the form, which begins at 1 and goes into every seal. A column that
 *     a migration adds belongs into the next form; former ones stay as they are, because rows were sealed by them
 * @param formerly what an added column says in rows that were sealed before, as text, or null for nothing: anything else there is a
 *     change
 * @param texts free text that lies apart. What is encrypted is erased by deleting its key, and stays
 * @param only a condition on the row {@code r}, {@code true} for all rows
 */
public record SealedTable(
        String name,
        String seq,
        List<String> key,
        Map<Integer, List<String>> forms,
        Map<String, @Nullable String> formerly,
        List<Text> texts,
        String only) {

    /**
     * Free text that belongs to a row and was written with it. It may neither change nor go.
     *
     * @param table where it lies
     * @param by the columns that it shares with its row
     * @param columns what is sealed of it
     */
    public record Text(String table, List<String> by, List<String> columns) {

        public Text {
            by = List.copyOf(by);
            columns = List.copyOf(columns);
        }

        /** All of a row's, as an array of texts. */
        private String query() {
            return "array(select %s from %s t where %s order by 1)"
                    .formatted(
                            canonical("t", columns),
                            table,
                            String.join(
                                    " and ",
                                    by.stream()
                                            .map(column -> "t.%1$s = r.%1$s".formatted(column))
                                            .toList()));
        }
    }

    public SealedTable {
        key = List.copyOf(key);
        forms = Map.copyOf(forms);
        formerly = Collections.unmodifiableMap(new HashMap<>(formerly));
        texts = List.copyOf(texts);
        for (int form = 1; form <= forms.size(); form++) {
            if (!forms.containsKey(form)) {
                throw new IllegalArgumentException(
                        "forms of %s: expected 1 to %d, found %s".formatted(name, forms.size(), forms.keySet()));
            }
        }
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("forms of %s: expected at least one".formatted(name));
        }
    }

    /** With one form of these columns, a number {@code seq}, no text apart, all rows. */
    static SealedTable of(String name, List<String> key, String... columns) {
        return new SealedTable(name, "seq", key, Map.of(1, List.of(columns)), Map.of(), List.of(), "true");
    }

    /** The same, numbered by another column. */
    SealedTable by(String number) {
        return new SealedTable(name, number, key, forms, formerly, texts, only);
    }

    /** The same with a next form, which a migration made by adding a column that says {@code before} in rows that were there. */
    SealedTable then(String column, String before) {
        return then(List.of(column), before);
    }

    /** The same with a next form of columns that say nothing in rows that were there. */
    SealedTable then(List<String> added) {
        return then(added, null);
    }

    private SealedTable then(List<String> added, @Nullable String before) {
        Map<Integer, List<String>> next = new HashMap<>(forms);
        List<String> more = new ArrayList<>(columns());
        more.addAll(added);
        next.put(newestForm() + 1, more);
        Map<String, @Nullable String> saying = new HashMap<>(formerly);
        added.forEach(column -> saying.put(column, before));
        return new SealedTable(name, seq, key, next, saying, texts, only);
    }

    /** The same, with text that lies apart. */
    SealedTable with(Text... apart) {
        return new SealedTable(name, seq, key, forms, formerly, List.of(apart), only);
    }

    /** The same, of some rows only. */
    SealedTable where(String condition) {
        return new SealedTable(name, seq, key, forms, formerly, texts, condition);
    }

    /** The form by which rows are sealed now. */
    public int newestForm() {
        return forms.size();
    }

    /** The columns of the newest form. */
    public List<String> columns() {
        return forms.getOrDefault(newestForm(), List.of());
    }

    /**
     * Rows behind a place in the commit order, whose xid and number are the first two parameters: xid, number, key, a canonical
     * text for each form, and the texts that lie apart.
     */
    String rows() {
        StringBuilder query = new StringBuilder("select r.xid::text, r.%s, concat_ws(' ', %s)"
                .formatted(
                        seq,
                        String.join(
                                ", ",
                                key.stream()
                                        .map(column -> "r." + column + "::text")
                                        .toList())));
        for (int form = 1; form <= forms.size(); form++) {
            List<String> columns = forms.getOrDefault(form, List.of());
            query.append(", ").append(canonical("r", columns)).append(changesOfOthers(columns));
        }
        texts.forEach(text -> query.append(", ").append(text.query()));
        return query.append(" from %s r where (r.xid, r.%s) > (?::text::xid8, ?) and (%s)".formatted(name, seq, only))
                .toString();
    }

    /** Makes the text of a former form another where a column that was added since does not say what it said then. */
    private String changesOfOthers(List<String> columns) {
        StringBuilder changes = new StringBuilder();
        formerly.forEach((column, before) -> {
            if (!columns.contains(column)) {
                changes.append(" || case when r.%1$s::text is distinct from %2$s then ' %1$s' else '' end"
                        .formatted(column, before == null ? "null" : "'%s'".formatted(before.replace("'", "''"))));
            }
        });
        return changes.toString();
    }

    String inCommitOrder() {
        return " order by r.xid, r.%s".formatted(seq);
    }

    /** One text that holds every column as text, null apart from empty. */
    private static String canonical(String row, List<String> columns) {
        return "json_build_array(%s)::text"
                .formatted(String.join(
                        ", ",
                        columns.stream()
                                .map(column -> row + "." + column + "::text")
                                .toList()));
    }
}
