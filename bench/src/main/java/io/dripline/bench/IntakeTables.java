package io.dripline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Intake's tables with their indexes and checks, made by the migrations that intake itself brings. */
public final class IntakeTables {

    private IntakeTables() {}

    /**
     * Makes them in an empty database.
     *
     * @param checkout whose migrations are run
     */
    public static void create(Connection connection, Path checkout) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Path migration : migrations(checkout.resolve("services"))) {
                statement.execute(Files.readString(migration));
            }
        }
    }

    private static List<Path> migrations(Path services) throws IOException {
        try (var relay = Files.list(services.resolve("relay/src/main/resources/db/relay"));
                var own = Files.list(services.resolve("intake/src/main/resources/db/migration"))) {
            return Stream.concat(relay, own)
                    .filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted(Comparator.comparingDouble(IntakeTables::version))
                    .toList();
        }
    }

    /** {@code V6_2__} is version 6.2. Migrations in Java move rows of before, and here there are none. */
    private static double version(Path migration) {
        return Double.parseDouble(migration
                .getFileName()
                .toString()
                .replaceFirst("^V([\\d_]+)__.*", "$1")
                .replace('_', '.'));
    }
}
