package io.dripline.reporting.posting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Intake's doors, opened with the token of the person who is signed in, so that intake decides what they may. */
@RegisterRestClient(configKey = "intake")
interface AskIntake {

    @GET
    @Path("/tallies")
    @Produces(MediaType.APPLICATION_JSON)
    List<PostedDay> tallies(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("from") String from,
            @QueryParam("to") String to);
}
