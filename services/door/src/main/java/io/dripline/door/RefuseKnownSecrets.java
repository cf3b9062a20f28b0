package io.dripline.door;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with a secret that stands in this repository, unless the profile says that nobody else is near. */
@Singleton
class RefuseKnownSecrets {

    private static final Pattern SECRET = Pattern.compile("(.*[-._])?(password|secret|key|token)s?(\\[\\d+])?");

    /** A line of settings in one, some of which are secrets. */
    private static final Pattern JAAS = Pattern.compile("(.*[-._])?jaas[.]config");

    private static final Pattern SECRET_OF_JAAS =
            Pattern.compile("(?:password|secret|user_[^=\\s]+)\\s*=\\s*\"?([^\"\\s;]+)");
    private static final Pattern KNOWN_TO_ALL = Pattern.compile("(local|change-me)(-.*)?");

    void check(@Observes @Priority(0) StartupEvent started, Config config) {
        refuse(config);
    }

    /** @throws IllegalStateException with the names of the settings whose values are known to all */
    static void refuse(Config config) {
        if (isAmongFriends()) {
            return;
        }
        Set<String> known = knownToAll(config);
        if (!known.isEmpty()) {
            throw new IllegalStateException(
                    "Not started: the whole world knows the value of %s. Give each a value of its own, in the environment or as a file of the directory that smallrye.config.source.file.locations names (docs/operating.md, Secrets), or start with QUARKUS_PROFILE=prod,local on a machine that nobody else can reach"
                            .formatted(String.join(", ", known)));
        }
    }

    /** The names of settings, never their values. */
    static Set<String> knownToAll(Config config) {
        Set<String> known = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            if (isOfAnotherProfile(property)) {
                continue;
            }
            String name = property.matches("[A-Z0-9_]+")
                    ? property.toLowerCase(Locale.ROOT).replace('_', '.')
                    : property;
            if (secretsOf(name, () -> valueOf(config, property))
                    .anyMatch(secret -> KNOWN_TO_ALL.matcher(secret).matches())) {
                known.add(property);
            }
        }
        return known;
    }

    /** {@code %dev.x} is no setting in production; where its profile is active it goes by the name {@code x} as well. */
    private static boolean isOfAnotherProfile(String property) {
        return property.startsWith("%");
    }

    /** Each, where a setting holds several with commas between them. */
    private static Stream<String> secretsOf(String name, Supplier<String> value) {
        if (SECRET.matcher(name).matches()) {
            return Arrays.stream(value.get().split(",", -1)).map(String::strip);
        }
        if (JAAS.matcher(name).matches()) {
            return SECRET_OF_JAAS.matcher(value.get()).results().map(found -> found.group(1));
        }
        return Stream.empty();
    }

    private static String valueOf(Config config, String property) {
        try {
            return config.getOptionalValue(property, String.class).orElse("");
        } catch (NoSuchElementException | IllegalArgumentException cannotBeRead) {
            // Whoever needs it says so.
            return "";
        }
    }

    private static boolean isAmongFriends() {
        return ConfigUtils.isProfileActive("local")
                || ConfigUtils.isProfileActive("dev")
                || ConfigUtils.isProfileActive("test");
    }
}
