package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** What a service's {@code application.properties} states. */
record ServiceProperties(String service, Properties stated) {

    static ServiceProperties of(String service) {
        var file = Checkout.root().resolve("services/" + service + "/src/main/resources/application.properties");
        var stated = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            stated.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ServiceProperties(service, stated);
    }

    String get(String name) {
        var value = stated.getProperty(name);
        if (value == null) {
            throw new AssertionError(service + " does not state " + name);
        }
        return value;
    }

    /** With their profiles, as {@code %prod.quarkus.oidc.auth-server-url}. */
    Set<String> names() {
        return stated.stringPropertyNames();
    }

    /** The variable that overrides a property: upper case, every other sign an underscore. */
    static String asVariable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
