package io.dripline.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where a stack finds its programs, keeps its data and listens.
 *
 * @param checkout the root of the source tree, built
 * @param data everything that a stack keeps: databases, logs, state, process ids
 * @param ports where the parts listen
 * @param parts what to start; the whole line unless a trial needs less
 * @param settings configuration that every service gets besides its own, as environment variables
 * @param startCaches whether services start from what the build has kept of a start, where it has
 */
public record StackConfig(
        Path checkout, Path data, Ports ports, Set<Part> parts, Map<String, String> settings, boolean startCaches) {

    /** What seals the stored rows of a local stack: no secret, for its figures are nobody's. */
    public static final String LEDGER_KEY = "local-ledger-key-for-development-only";

    public StackConfig {
        checkout = checkout.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
        settings = Map.copyOf(settings);
        if (!Files.exists(checkout.resolve("pom.xml"))) {
            throw new IllegalArgumentException("checkout " + checkout + " holds no pom.xml; expected Dripline's root");
        }
        for (Part part : parts) {
            if (!parts.containsAll(part.needs())) {
                throw new IllegalArgumentException("parts are " + parts + "; " + part + " needs " + part.needs());
            }
        }
    }

    /** The stack of a checkout as the documentation describes it: data under {@code .dripline}, default ports, every part. */
    public static StackConfig of(Path checkout) {
        return new StackConfig(
                checkout, checkout.resolve(".dripline"), Ports.DEFAULT, EnumSet.allOf(Part.class), Map.of(), true);
    }

    /** The same stack with its data elsewhere. */
    public StackConfig withData(Path elsewhere) {
        return new StackConfig(checkout, elsewhere, ports, parts, settings, startCaches);
    }

    /** The same stack on other ports. */
    public StackConfig withPorts(Ports others) {
        return new StackConfig(checkout, data, others, parts, settings, startCaches);
    }

    /** The same stack with some of its parts only. */
    public StackConfig withParts(Set<Part> some) {
        return new StackConfig(checkout, data, ports, some, settings, startCaches);
    }

    /** The same stack with one more setting for the services, such as {@code QUARKUS_LOG_LEVEL}. */
    public StackConfig withSetting(String variable, String value) {
        var more = new HashMap<>(settings);
        more.put(variable, value);
        return new StackConfig(checkout, data, ports, parts, more, startCaches);
    }

    /** The same stack, whose services start as if the build had kept nothing of a start. */
    public StackConfig withoutStartCaches() {
        return new StackConfig(checkout, data, ports, parts, settings, false);
    }

    /** Where a part writes its log. */
    public Path log(Part part) {
        return data.resolve("logs").resolve(part.id() + ".log");
    }

    /** The file that a service adds the heads of its ledger to. */
    public Path ledgerHeads(Part part) {
        return ledgerHeads().resolve(part.id() + ".log");
    }

    /** Where those files lie. */
    public Path ledgerHeads() {
        return data.resolve("heads");
    }

    /** The file that intake notes erasures in; beside the heads, and left alone where the database is brought back. */
    public Path erasures() {
        return data.resolve("erasures.jsonl");
    }

    /** Where a service keeps its state, and the others their data. */
    public Path dataOf(Part part) {
        return part.isService() ? data.resolve("state").resolve(part.id()) : data.resolve(part.id());
    }

    /** The file that holds the process id of a part while it runs. */
    public Path pidFile(Part part) {
        return data.resolve("run").resolve(part.id() + ".pid");
    }

    /** The JDBC address of a service's database. */
    public String jdbcUrl(Part part) {
        if (!Part.WITH_DATABASE.contains(part)) {
            throw new IllegalArgumentException(part + " has no database");
        }
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + part.id();
    }

    /** The address that people and other services use, without a path. */
    public String address(Part part) {
        var port = ports.of(part).getFirst();
        return part == Part.POSTGRES || part == Part.KAFKA ? "127.0.0.1:" + port : "http://127.0.0.1:" + port;
    }

    /** The issuer of every token. */
    public String issuer() {
        return address(Part.KEYCLOAK) + "/realms/dripline";
    }
}
