package io.dripline.reporting.review;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Classification's doors for people, opened with the token of whoever is signed in; see docs/openapi/classification.yaml. */
@RegisterRestClient(configKey = "reviews")
@Produces(MediaType.APPLICATION_JSON)
interface AskReviews {

    @GET
    @Path("/reviews")
    ReviewPage waiting(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("/reviews/{id}")
    Review review(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") String id);

    /** @param terms separated by commas; null together with notAnEvent true */
    @GET
    @Path("/reviews/{id}/preview")
    RulingPreview preview(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("id") String id,
            @QueryParam("terms") @Nullable String terms,
            @QueryParam("notAnEvent") @Nullable Boolean notAnEvent);

    @PUT
    @Path("/reviews/{id}/ruling")
    @Consumes(MediaType.APPLICATION_JSON)
    Ruling rule(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.IF_MATCH) String revised,
            @PathParam("id") String id,
            NewRuling ruling);

    @GET
    @Path("/rulings")
    RulingPage rulings(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("review") @Nullable String review,
            @QueryParam("current") boolean current,
            @QueryParam("latestFirst") boolean latestFirst,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("/terms")
    TermPage terms(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("q") String query,
            @QueryParam("limit") int limit);
}
