package io.dripline.reporting.stream;

import io.dripline.reporting.caller.Caller;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What changes, as it changes. */
@Path("/api/stream")
@Tag(name = "Stream")
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class StreamResource {

    private final TellSubscribers tellSubscribers;
    private final Caller caller;

    StreamResource(TellSubscribers tellSubscribers, Caller caller) {
        this.tellSubscribers = tellSubscribers;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Server-sent events: incidence, comparison, alert",
            description =
                    "Each is the same object as in its list; incidence is told for unit SESSION, one row an event, "
                            + "keyed by clinic or null for all. With Last-Event-ID it goes on from there; without, or with one "
                            + "too old, the full state comes first.")
    public Multi<OutboundSseEvent> subscribe(@HeaderParam("Last-Event-ID") @Nullable String lastId, @Context Sse sse) {
        return tellSubscribers.subscribe(caller.onlyClinic(), lastId).map(event -> write(event, sse));
    }

    private static OutboundSseEvent write(StreamEvent event, Sse sse) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        if (event.id() != null) {
            builder.id(event.id());
        }
        if (event.change() == null) {
            return builder.comment(event.id() == null ? "still here" : "up to date")
                    .build();
        }
        return builder.name(event.change().kind().name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(event.change().json())
                .build();
    }
}
