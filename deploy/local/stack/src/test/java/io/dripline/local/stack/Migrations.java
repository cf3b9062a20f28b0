package io.dripline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The services' own migrations, in the order in which they run. */
public final class Migrations {

    private Migrations() {}

    public static List<Path> of(String service) throws IOException {
        var services = Checkout.root().resolve("services");
        try (var relay = Files.list(services.resolve("relay/src/main/resources/db/relay"));
                var own = Files.list(services.resolve(service + "/src/main/resources/db/migration"))) {
            return Stream.concat(relay, own)
                    .sorted(Comparator.comparingInt(Migrations::version))
                    .toList();
        }
    }

    /** What is run again whenever it changes comes after all versions. */
    private static int version(Path migration) {
        var name = migration.getFileName().toString();
        return name.startsWith("R__") ? Integer.MAX_VALUE : Integer.parseInt(name.replaceFirst("^V(\\d+)__.*", "$1"));
    }
}
