package io.dripline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The end of a chain as it is stored. */
public final class StoredHead {

    private StoredHead() {}

    /** Empty while nothing is sealed. Nothing is verified. */
    public static Optional<Head> of(LedgerKey key, Ledger ledger, Connection connection) throws SQLException {
        return StoredSeals.last(connection).map(seal -> Head.of(key, ledger, seal));
    }
}
