package io.dripline.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the services are shipped with may be shipped, and the lists of parts are whole. */
class LicencesIT {

    @Test
    void everyPartHasAnAllowedLicenceAndNoRowIsNeedless() throws IOException {
        Licences licences = Licences.read(Checkout.LICENCES);
        Set<Part> parts = new TreeSet<>();
        for (String service : ServiceFiles.ALL) {
            Set<Part> own = ServiceFiles.of(Checkout.ROOT, service).partsList().foreign();
            assertThat(own).as(service).hasSizeGreaterThan(50);
            parts.addAll(own);
        }

        assertThat(licences.faults(parts)).isEmpty();
        assertThat(licences.needless(parts)).isEmpty();
    }

    /** A jar that the list does not know would have a licence that nobody looked at; a part that has no jar is not shipped. */
    @Test
    void theListsAreWhatLiesInTheServices() throws IOException {
        for (String service : ServiceFiles.ALL) {
            ServiceFiles files = ServiceFiles.of(Checkout.ROOT, service);
            Set<Part> parts = files.partsList().foreign();
            Set<String> jars = files.all().keySet().stream()
                    .filter(file -> file.matches("lib/.*\\.jar") && !file.contains("/io.dripline."))
                    .map(file -> file.replaceFirst(".*/", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(jars)
                    .as(service)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(jar -> assertThat(parts).anyMatch(part -> isOf(part, jar)));
            assertThat(parts).as(service).allSatisfy(part -> assertThat(jars).anyMatch(jar -> isOf(part, jar)));
        }
    }

    /** As Quarkus names it, and where there is one, with its classifier. */
    private static boolean isOf(Part part, String jar) {
        String name = part.name().replace(':', '.') + "-" + part.version();
        return jar.equals(name + ".jar") || (jar.startsWith(name + "-") && jar.endsWith(".jar"));
    }

    @Test
    void everyFileInOurJarsIsAccountedFor() throws IOException {
        Set<String> entries = new TreeSet<>();
        for (String service : ServiceFiles.ALL) {
            for (Path jar : ServiceFiles.of(Checkout.ROOT, service).ownJars()) {
                entries.addAll(foreignTo(jar));
            }
        }

        assertThat(Bundled.read(Checkout.LICENCES).faults(entries, Licences.read(Checkout.LICENCES)))
                .isEmpty();
    }

    private static Set<String> foreignTo(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith(".class"))
                    .map(entry -> entry.getName())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
