package io.dripline.reporting.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens the service's database to Jdbi: SQL in, records out. */
final class DatabaseAccess {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        return onto(dataSource);
    }

    static Jdbi onto(DataSource dataSource) {
        return Jdbi.create(dataSource)
                .registerArrayType(String.class, "text")
                .registerArrayType(Integer.class, "int4")
                .registerArrayType(Long.class, "int8")
                .registerArrayType(Double.class, "float8");
    }
}
