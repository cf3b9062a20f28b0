package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each part that is a child process is run, made from one configuration. */
final class Launches {

    private static final int KAFKA_HEAP = 256;
    private static final int SERVICE_HEAP = 160;
    /** The vocabulary, its vectors and, while it is loaded, the sentence model. */
    private static final int CLASSIFICATION_HEAP = 256;

    private final StackConfig config;
    private final Journal journal;

    Launches(StackConfig config, Journal journal) {
        this.config = config;
        this.journal = journal;
    }

    Launch of(Part part) {
        return switch (part) {
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is not a Java program");
            case KAFKA -> kafka();
            case KEYCLOAK -> new KeycloakLaunch(config, journal).get();
            case INTAKE, CLASSIFICATION, INCIDENCE, REPORTING -> service(part);
        };
    }

    private Launch kafka() {
        var ports = config.ports();
        var command = Launch.java(
                KAFKA_HEAP,
                List.of(
                        "-cp",
                        Jars.classPath(config.checkout().resolve("deploy/local/broker")),
                        "io.dripline.local.broker.RunBroker",
                        config.dataOf(Part.KAFKA).toString(),
                        String.valueOf(ports.kafka()),
                        String.valueOf(ports.kafkaController())));
        return new Launch(config.data(), command, Map.of(), ReadyCheck.accepts(ports.kafka()));
    }

    private Launch service(Part part) {
        var application = config.checkout().resolve("services/" + part.id() + "/target/quarkus-app");
        var jar = Jars.built(application.resolve("quarkus-run.jar"));
        var arguments = new ArrayList<String>();
        if (config.startCaches()) {
            var cache = StartCache.of(config.checkout(), part);
            if (cache.exists()) {
                arguments.addAll(cache.options());
            } else {
                journal.withoutStartCache(part, cache.file());
            }
        }
        arguments.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        arguments.add("-jar");
        arguments.add(jar.toString());
        // While a rebuild is unfinished reporting may say that what it shows stands still; it runs all the same.
        var runs = part == Part.REPORTING && UnfinishedRebuild.exists(config) ? "/q/health/live" : "/q/health/ready";
        var health = URI.create(config.address(part) + runs);
        var heap = part == Part.CLASSIFICATION ? CLASSIFICATION_HEAP : SERVICE_HEAP;
        return new Launch(state(part), Launch.java(heap, arguments), environment(part), ReadyCheck.answers(health));
    }

    /** What the services are told, by the standard names of Quarkus. */
    Map<String, String> environment(Part part) {
        var environment = new HashMap<String, String>();
        // Local: with the secrets that stand in this repository, which no other profile takes.
        environment.put("QUARKUS_PROFILE", "prod,local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_HTTP_PORT", String.valueOf(config.ports().of(part).getFirst()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", config.address(Part.KAFKA));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", config.issuer());
        // Keycloak may be the last to be ready; the services wait for it while they start.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "2M");
        if (Part.WITH_DATABASE.contains(part)) {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", config.jdbcUrl(part));
            environment.put("QUARKUS_DATASOURCE_USERNAME", part.id());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", "local-" + part.id());
            environment.put("QUARKUS_FLYWAY_USERNAME", part.id() + "_owner");
            environment.put("QUARKUS_FLYWAY_PASSWORD", "local-" + part.id() + "-owner");
            environment.put("DRIPLINE_LEDGER_KEY", StackConfig.LEDGER_KEY);
            environment.put(
                    "DRIPLINE_LEDGER_HEAD_FILE", config.ledgerHeads(part).toString());
        }
        if (part == Part.INTAKE) {
            environment.put("DRIPLINE_INTAKE_PSEUDONYM_KEY", "local-pseudonym-key-for-development-only");
            environment.put("DRIPLINE_ERASURES_FILE", config.erasures().toString());
        }
        if (part == Part.INTAKE || part == Part.CLASSIFICATION) {
            environment.put("DRIPLINE_FREE_TEXT_KEYS", "local-free-text-key-for-development-only");
        }
        if (part == Part.CLASSIFICATION) {
            environment.put("DRIPLINE_WORDS_KEYS", "local-words-key-for-development-only");
        }
        if (part == Part.INCIDENCE) {
            environment.put("KAFKA_STREAMS_STATE_DIR", state(part).toString());
            environment.put("DRIPLINE_INCIDENCE_GENERATION", String.valueOf(CountedGeneration.read(config)));
        }
        if (part == Part.REPORTING) {
            environment.put("DRIPLINE_CLASSIFICATION_URL", config.address(Part.CLASSIFICATION));
            environment.put("DRIPLINE_INTAKE_URL", config.address(Part.INTAKE));
        }
        environment.putAll(config.settings());
        return environment;
    }

    private Path state(Part part) {
        try {
            return Files.createDirectories(config.dataOf(part));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
