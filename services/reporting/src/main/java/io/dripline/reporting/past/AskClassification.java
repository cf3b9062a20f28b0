package io.dripline.reporting.past;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Classification's door to what it stores, opened with a token of reporting's own. */
@RegisterRestClient(configKey = "classification")
@OidcClientFilter
interface AskClassification {

    /** 200 with the cells, or 304 where nothing changed. */
    @GET
    @Path("/counts")
    @Produces(MediaType.APPLICATION_JSON)
    RestResponse<PastCells> counts(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("measures") @Nullable String measures,
            @QueryParam("clinic") @Nullable String clinic,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("receivedUntil") @Nullable String receivedUntil,
            @QueryParam("storedUntil") @Nullable String storedUntil,
            @QueryParam("codedAfter") @Nullable String codedAfter);
}
