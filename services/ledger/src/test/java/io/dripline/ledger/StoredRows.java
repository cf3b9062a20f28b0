package io.dripline.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Rows as the services write them, in every sealed table. */
final class StoredRows {

    private StoredRows() {}

    /** Writes a batch in one transaction, as the service's role. */
    static void write(Installation installation, Ledger ledger, int batch) throws SQLException, IOException {
        try (InputStream file = Objects.requireNonNull(StoredRows.class.getResourceAsStream(ledger.name() + ".sql"));
                Connection connection = installation.asService(ledger)) {
            connection.setAutoCommit(false);
            Installation.execute(connection, new String(file.readAllBytes(), StandardCharsets.UTF_8).formatted(batch));
            connection.commit();
        }
    }
}
