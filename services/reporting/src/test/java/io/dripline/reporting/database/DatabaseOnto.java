package io.dripline.reporting.database;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The service's way to a database, for tests without the service. */
public final class DatabaseOnto {

    private DatabaseOnto() {}

    public static Jdbi dataSource(DataSource dataSource) {
        return DatabaseAccess.onto(dataSource);
    }
}
