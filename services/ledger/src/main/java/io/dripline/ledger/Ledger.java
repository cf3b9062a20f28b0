package io.dripline.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of one database that are sealed into one chain.
 *
 * @param name of the service whose database it is; part of every hash, so that one chain cannot stand in for another
 */
public record Ledger(String name, List<SealedTable> tables) {

    public Ledger {
        tables = List.copyOf(tables);
    }

    Map<String, SealedTable> byName() {
        return tables.stream().collect(Collectors.toMap(SealedTable::name, Function.identity()));
    }
}
