package io.dripline.door;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The same as {@link RefuseKnownSecrets}, before the database is touched: migrations run before a start is announced, and
 * what will not start is to change nothing.
 */
@Singleton
class RefuseBeforeMigrating implements FlywayConfigurationCustomizer {

    private final Config config;

    RefuseBeforeMigrating(Config config) {
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        RefuseKnownSecrets.refuse(config);
    }
}
