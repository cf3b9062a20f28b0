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
                    .sorted(Comparator.comparingDouble(Migrations::version))
                    .toList();
        }
    }

    /** {@code V6_2__} is version 6.2; what is run again whenever it changes comes after all versions. */
    private static double version(Path migration) {
        var name = migration.getFileName().toString();
        return name.startsWith("R__")
                ? Double.MAX_VALUE
                : Double.parseDouble(name.replaceFirst("^V([\\d_]+)__.*", "$1").replace('_', '.'));
    }
}
