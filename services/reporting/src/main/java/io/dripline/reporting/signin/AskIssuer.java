package io.dripline.reporting.signin;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The issuer's description of itself (OpenID Connect Discovery 1.0, section 4), which anybody may read. */
@RegisterRestClient(configKey = "issuer")
@Produces(MediaType.APPLICATION_JSON)
interface AskIssuer {

    @GET
    @Path("/.well-known/openid-configuration")
    Uni<String> description();
}
