package io.dripline.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of one database that are sealed into one chain.
 *
 * @param name of the service whose database it is; part of every hash, so that one chain cannot stand in for another
 * @param companions what is not sealed and must be there nevertheless, or must agree with what is
 */
public record Ledger(String name, List<SealedTable> tables, List<Companion> companions) {

    /**
     * Rows that are not sealed, because they may go or change, but may not be missing, or say something else, where the sealed rows
     * tell of them; or sealed rows that other sealed rows must bear out.
     *
     * @param kind what is wrong with those that are found
     * @param table where they lie
     * @param wrong a query for what names each that is wrong, one text a row
     */
    public record Companion(Finding.Kind kind, String table, String wrong) {}

    public Ledger {
        tables = List.copyOf(tables);
        companions = List.copyOf(companions);
    }

    /** Without companions. */
    Ledger(String name, List<SealedTable> tables) {
        this(name, tables, List.of());
    }

    Map<String, SealedTable> byName() {
        return tables.stream().collect(Collectors.toMap(SealedTable::name, Function.identity()));
    }
}
