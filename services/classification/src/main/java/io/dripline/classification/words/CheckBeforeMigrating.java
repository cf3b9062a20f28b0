package io.dripline.classification.words;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Secrets that are none stop a start before the database is touched: what will not start is to change nothing. */
@Singleton
class CheckBeforeMigrating implements FlywayConfigurationCustomizer {

    private final WordsConfig config;

    CheckBeforeMigrating(WordsConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException naming which secret is too short */
    @Override
    public void customize(FluentConfiguration migrations) {
        new WordSecrets(config.keys());
    }
}
