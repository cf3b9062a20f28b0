package io.dripline.door;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether who comes by TLS must show a certificate of an authority that the service trusts; a setting, not a matter of the build. */
@Singleton
class RequireClientCertificates implements HttpServerOptionsCustomizer {

    private final boolean required;

    RequireClientCertificates(
            @ConfigProperty(name = "dripline.tls.client-certificates", defaultValue = "false") boolean required) {
        this.required = required;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (required) {
            options.setClientAuth(ClientAuth.REQUIRED);
        }
    }
}
