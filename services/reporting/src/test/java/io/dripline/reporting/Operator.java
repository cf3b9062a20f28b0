package io.dripline.reporting;

import io.dripline.reporting.database.DatabaseOnto;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** Who may do to the database what the service's own role may not. */
public final class Operator {

    private Operator() {}

    public static PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(ConfigProvider.getConfig().getValue("test.database", String.class));
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        return dataSource;
    }

    public static Jdbi jdbi() {
        return DatabaseOnto.dataSource(dataSource());
    }
}
