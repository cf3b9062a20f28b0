package io.dripline.reporting.posting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Intake's doors, opened with the token of the person who is signed in, so that intake decides what they may. */
@RegisterRestClient(configKey = "intake")
interface AskIntake {

    /** Newline-delimited JSON. */
    String LINES = "application/x-ndjson";

    @GET
    @Path("/tallies")
    @Produces(MediaType.APPLICATION_JSON)
    List<PostedDay> tallies(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("from") String from,
            @QueryParam("to") String to);

    @POST
    @Path("/sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    ReportedSession report(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, JsonNode session);

    @GET
    @Path("/sessions/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    ReportedSession session(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") String id);

    /** A report a line, and an answer a line. */
    @POST
    @Path("/sessions/batch")
    @Consumes(LINES)
    @Produces(LINES)
    String batch(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, String reports);
}
