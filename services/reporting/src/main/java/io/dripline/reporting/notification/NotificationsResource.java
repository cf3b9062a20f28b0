package io.dripline.reporting.notification;

import io.dripline.reporting.caller.ProblemExample;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was told to whom, and what could not be. */
@Path("/api/notifications")
@Tag(name = "Notifications")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    private final Jdbi jdbi;
    private final Deliveries deliveries;
    private final Clock clock;
    private final SecurityIdentity identity;

    NotificationsResource(Jdbi jdbi, Deliveries deliveries, Clock clock, SecurityIdentity identity) {
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({"safety-officer", "auditor"})
    @Operation(summary = "What was told to whom by mail and webhook, or waits, or was given up; the newest first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only those; every delivery unless stated",
            schema = @Schema(implementation = DeliveryState.class))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "What the page before named as next",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200, or else 50",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = NotificationPage.class),
                            examples =
                                    @ExampleObject(name = "One that was given up", value = NotificationExample.PAGE)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or not readable",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples =
                                    @ExampleObject(
                                            name = "An unknown parameter",
                                            value = NotificationExample.UNKNOWN_PARAMETER)))
    @APIResponse(
            responseCode = "403",
            description = "Another role",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "A clinic", value = NotificationExample.FORBIDDEN)))
    public NotificationPage list(@Context UriInfo uri) {
        NotificationQuestion question = NotificationQuestion.read(uri.getQueryParameters());
        return NotificationPage.of(jdbi.withHandle(handle -> deliveries.page(handle, question)), question.limit());
    }

    @POST
    @Path("{id}/retry")
    @RolesAllowed("safety-officer")
    @Operation(
            summary = "Try one again now, also if it was given up",
            description = "With patience anew, and the same id. One that is being tried at this moment stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery as it stands",
            content =
                    @Content(
                            schema = @Schema(implementation = Delivery.class),
                            examples = @ExampleObject(name = "Due now", value = NotificationExample.RETRIED)))
    @APIResponse(
            responseCode = "403",
            description = "Another role",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "An auditor", value = NotificationExample.FORBIDDEN)))
    @APIResponse(
            responseCode = "404",
            description = "Unknown",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Unknown", value = NotificationExample.UNKNOWN)))
    @APIResponse(
            responseCode = "409",
            description = "It was delivered",
            content =
                    @Content(
                            mediaType = ProblemExample.TYPE,
                            schema = @Schema(ref = ProblemExample.SCHEMA),
                            examples = @ExampleObject(name = "Delivered", value = NotificationExample.ARRIVED)))
    public Delivery retry(
            @Parameter(description = "The delivery's id, a UUID", example = "6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10")
                    @PathParam("id")
                    String id) {
        UUID asked = parse(id);
        String officer = identity.getPrincipal().getName();
        return jdbi.inTransaction(handle -> retry(handle, asked, officer));
    }

    private Delivery retry(Handle handle, UUID id, String officer) {
        deliveries.sendAgain(handle, id, officer, clock.instant());
        Delivery delivery = deliveries.find(handle, id).orElseThrow(() -> unknown(id.toString()));
        if (delivery.state() == DeliveryState.DELIVERED) {
            throw HttpProblem.valueOf(Response.Status.CONFLICT, "Notification %s was delivered.".formatted(id));
        }
        return delivery;
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private static HttpProblem unknown(String id) {
        return HttpProblem.valueOf(Response.Status.NOT_FOUND, "There is no notification " + id + ".");
    }
}
