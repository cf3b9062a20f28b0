package io.dripline.reporting.stream;

import io.dripline.reporting.caller.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What changes, as it changes. */
@Path("/api/stream")
@Tag(name = "Stream", description = "What changes, as it changes")
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class StreamResource {

    /** Tells a browser to come back this soon, rather than after its own 3 to 5 seconds. */
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final String EXAMPLE = """
            id: 17
            event: incidence
            data: {"measure":"CNS","unit":"SESSION","rows":[],"asOf":"2026-11-22T01:02:03Z","generation":1}
            """;

    private final TellSubscribers tellSubscribers;
    private final Caller caller;
    private final Clock clock;
    private final Jdbi jdbi;

    StreamResource(TellSubscribers tellSubscribers, Caller caller, Clock clock, Jdbi jdbi) {
        this.tellSubscribers = tellSubscribers;
        this.caller = caller;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events: incidence, comparison, alert",
            description =
                    "Each is the same object as in its list; incidence is told for unit SESSION, one row an event, "
                            + "keyed by clinic or null for all. With Last-Event-ID it goes on from there; without, or with one "
                            + "too old, the full state comes first. It ends when the token expires: come back with a new one.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the token expires; comments in between say that the stream is alive",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "One event", value = EXAMPLE)))
    public Multi<OutboundSseEvent> subscribe(
            @Parameter(description = "The id of the last event that was received", example = "17")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastId,
            @Context Sse sse) {
        requireDatabase();
        return tellSubscribers
                .subscribe(caller.onlyClinic(), lastId)
                .select()
                .first(untilTheTokenExpires())
                .map(event -> write(event, sse));
    }

    /** While there is still an answer to give: once the stream has begun, all that is left is to break it off. */
    private void requireDatabase() {
        jdbi.useHandle(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
    }

    private Duration untilTheTokenExpires() {
        Duration left = Duration.between(clock.instant(), caller.knownUntil());
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private static OutboundSseEvent write(StreamEvent event, Sse sse) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        if (event.id() != null) {
            builder.id(event.id());
        }
        if (event.change() == null) {
            return builder.comment(event.id() == null ? "still here" : "up to date")
                    .reconnectDelay(COME_BACK.toMillis())
                    .build();
        }
        return builder.name(event.change().kind().name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(event.change().json())
                .build();
    }
}
