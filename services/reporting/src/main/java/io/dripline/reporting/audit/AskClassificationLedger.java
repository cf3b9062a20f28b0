package io.dripline.reporting.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Classification's ledger, see docs/openapi/classification.yaml. */
@RegisterRestClient(configKey = "codingledger")
@Produces(MediaType.APPLICATION_JSON)
interface AskClassificationLedger {

    @GET
    @Path("/ledger")
    DeedPage deeds(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("who") @Nullable String who,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("text") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);
}
