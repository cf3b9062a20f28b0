package io.dripline.reporting.cases;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** Classification's line listing, opened with the token of whoever is signed in; see docs/openapi/classification.yaml. */
@RegisterRestClient(configKey = "cases")
@Produces(MediaType.APPLICATION_JSON)
interface AskCases {

    @GET
    @Path("/cases")
    CasePage cases(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @RestQuery Map<String, String> question);
}
