package io.dripline.local.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the local stack consists of. */
public enum Part {
    POSTGRES,
    KAFKA,
    KEYCLOAK,
    INTAKE,
    CLASSIFICATION,
    INCIDENCE,
    REPORTING;

    /** The parts that hold a database of their own in the one PostgreSQL server. */
    static final List<Part> WITH_DATABASE = List.of(INTAKE, CLASSIFICATION, REPORTING);

    /**
     * Reads a part's name.
     *
     * @throws IllegalArgumentException if there is no such part; names those that there are
     */
    public static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no part '" + name + "'; expected one of "
                        + Arrays.stream(values()).map(Part::id).toList()));
    }

    /** The name in files, logs and commands. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in a sentence. */
    public String title() {
        return switch (this) {
            case POSTGRES -> "PostgreSQL";
            case KAFKA -> "Kafka";
            case KEYCLOAK -> "Keycloak";
            default -> id();
        };
    }

    /** Whether this is one of Dripline's own services. */
    public boolean isService() {
        return switch (this) {
            case POSTGRES, KAFKA, KEYCLOAK -> false;
            case INTAKE, CLASSIFICATION, INCIDENCE, REPORTING -> true;
        };
    }

    /**
     * What must be ready first. Services wait for Keycloak by themselves, while they start: it is the slowest part and uses one
     * core of two.
     */
    Set<Part> needs() {
        return switch (this) {
            case POSTGRES, KAFKA, KEYCLOAK -> Set.of();
            case INCIDENCE -> Set.of(KAFKA);
            case INTAKE, CLASSIFICATION, REPORTING -> Set.of(POSTGRES, KAFKA);
        };
    }

    /** Parts that can stop together, in the order in which the groups have to stop. */
    static List<Set<Part>> stopOrder() {
        return List.of(Set.of(INTAKE, CLASSIFICATION, INCIDENCE, REPORTING), Set.of(KAFKA, KEYCLOAK), Set.of(POSTGRES));
    }
}
