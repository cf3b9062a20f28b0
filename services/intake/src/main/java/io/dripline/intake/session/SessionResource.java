package io.dripline.intake.session;

import io.dripline.intake.caller.Caller;
import io.dripline.intake.caller.Role;
import io.dripline.intake.request.Dates;
import io.dripline.intake.request.Parameters;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StrictJson;
import io.dripline.intake.session.ChangeSession.Change;
import io.dripline.intake.trace.TracedReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for sessions. Bodies are read by {@link StrictJson}, so that every field in error is named. */
@Path("/sessions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Infusion sessions, with and without adverse events")
public class SessionResource {

    private static final int MOST_VERSIONS = 200;
    private static final int MOST_SESSIONS = 200;
    private static final int USUAL = 50;

    private final Caller caller;
    private final ReportSession reportSession;
    private final ChangeSession changeSession;
    private final SessionVersions versions;
    private final CurrentSessions currentSessions;

    SessionResource(
            Caller caller,
            ReportSession reportSession,
            ChangeSession changeSession,
            SessionVersions versions,
            CurrentSessions currentSessions) {
        this.caller = caller;
        this.reportSession = reportSession;
        this.changeSession = changeSession;
        this.versions = versions;
        this.currentSessions = currentSessions;
    }

    @CountedReports
    @TracedReport
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLINIC)
    @Operation(summary = "Report a session", description = "May be repeated: the same report is stored once.")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            schema = @Schema(implementation = Session.class),
                            examples = @ExampleObject(name = "The session", value = SessionExample.ANSWER)))
    @APIResponse(
            responseCode = "200",
            description = "Reported before; the session as it stands",
            content =
                    @Content(
                            schema = @Schema(implementation = Session.class),
                            examples = @ExampleObject(name = "The session", value = SessionExample.ANSWER)))
    @APIResponse(responseCode = "409", description = "The reference names another report, at Location")
    public Response report(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewSession.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "An infusion with one event",
                                                            value = SessionExample.REPORT)))
                    InputStream body) {
        String clinic = caller.clinic();
        NewSession posted = StrictJson.read(body, NewSession.class);
        return switch (reportSession.store(reportSession.firstVersion(posted, clinic, caller.who()))) {
            case ReportSession.Outcome.Stored(VersionedSession session) ->
                answer(Response.created(address(session.id())), session, posted);
            case ReportSession.Outcome.Repeated(UUID id) ->
                answer(Response.ok().location(address(id)), versions.latest(id).orElseThrow(), posted);
            case ReportSession.Outcome.Contradicted(UUID id) -> throw Refusal.referenceTaken(address(id));
        };
    }

    @GET
    @RolesAllowed({Role.CLINIC, Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "List sessions as they stand",
            description = "By local date of their start, withdrawn ones included. A clinic sees its own, officers and"
                    + " auditors see every clinic's.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionPage.class),
                            examples = @ExampleObject(name = "The only page", value = SessionExample.PAGE)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    @APIResponse(responseCode = "422", description = "The dates end before they begin")
    public SessionPage list(
            @Parameter(description = "First local date of start", example = "2026-11-16") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "Last local date of start", example = "2026-11-22") @QueryParam("to") @Nullable
                    String to,
            @Parameter(description = "What the page before named as next") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, or else 50", example = "50") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        Parameters parameters = Parameters.of(uri, "from", "to", "after", "limit");
        int most = parameters.number("limit", limit, 1, MOST_SESSIONS, USUAL);
        SessionCursor cursor =
                parameters.read("after", after, SessionCursor.START, "what a page named as next", SessionCursor::of);
        Dates dates = Dates.read(parameters, from, to);
        List<Session> page = currentSessions.page(caller.readsOnly(), dates, cursor, most + 1).stream()
                .map(this::shown)
                .toList();
        return SessionPage.of(page, most);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.CLINIC, Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(summary = "Read a session as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The session as it stands",
            content =
                    @Content(
                            schema = @Schema(implementation = Session.class),
                            examples = @ExampleObject(name = "The session", value = SessionExample.ANSWER)))
    public Response session(@PathParam("id") String id) {
        VersionedSession session = readable(id);
        return Response.ok(shown(Session.of(session))).tag(tag(session)).build();
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Role.CLINIC, Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(summary = "Read who stated what, when and why")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionHistory.class),
                            examples = @ExampleObject(name = "The only version", value = SessionExample.HISTORY)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public SessionHistory versions(
            @PathParam("id") String id,
            @Parameter(description = "What the page before named as next") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, or else 50", example = "50") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        Parameters parameters = Parameters.of(uri, "after", "limit");
        int lastSeen = parameters.number("after", after, 0, Integer.MAX_VALUE, 0);
        int most = parameters.number("limit", limit, 1, MOST_VERSIONS, USUAL);
        parameters.refuseIfWrong();
        VersionedSession session = readable(id);
        List<VersionedSession> page = versions.after(session.id(), lastSeen, most + 1);
        return SessionHistory.page(page, most, caller.readsOnly().isEmpty());
    }

    @CountedReports
    @TracedReport
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLINIC)
    @Operation(
            summary = "Amend a session",
            description = "States the whole session anew. An event keeps its id while its words stay the same.")
    @APIResponse(
            responseCode = "200",
            description = "The session as it stands",
            content =
                    @Content(
                            schema = @Schema(implementation = Session.class),
                            examples = @ExampleObject(name = "The session", value = SessionExample.ANSWER)))
    @APIResponse(responseCode = "400", description = "Not readable, or without Reason")
    @APIResponse(responseCode = "409", description = "Withdrawn")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    @APIResponse(responseCode = "422", description = "Breaks rules, or names another patient or reference")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    public Response amend(
            @PathParam("id") String id,
            @Parameter(required = true, example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(required = true, example = "Onset corrected") @HeaderParam("Reason") @Nullable String reason,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewSession.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "The whole session",
                                                            value = SessionExample.REPORT)))
                    InputStream body) {
        Change change = change(id, ifMatch, reason);
        return answer(Response.ok(), changeSession.amend(change, StrictJson.read(body, NewSession.class)));
    }

    @CountedReports
    @TracedReport
    @POST
    @Path("/{id}/adverse-events")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLINIC)
    @Operation(
            summary = "Add an event to a session",
            description = "The session's next version. With If-Match it may be repeated safely; without, an event that"
                    + " is sent twice is there twice.")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably; the session with the event",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            schema = @Schema(implementation = Session.class),
                            examples = @ExampleObject(name = "The session", value = SessionExample.ANSWER)))
    @APIResponse(responseCode = "409", description = "Withdrawn")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    public Response add(
            @PathParam("id") String id,
            @Parameter(example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewAdverseEvent.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A late event",
                                                            value = SessionExample.EVENT)))
                    InputStream body) {
        Change change = new Change(idOf(id), caller.clinic(), caller.who(), null, IfMatch.ofAny(ifMatch));
        VersionedSession session = changeSession.add(change, StrictJson.read(body, NewAdverseEvent.class));
        return answer(Response.created(address(session.id())), session);
    }

    @CountedReports
    @TracedReport
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.CLINIC)
    @Operation(summary = "Withdraw a session", description = "It counts nowhere from now on and stays readable.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "400", description = "Without Reason")
    @APIResponse(responseCode = "409", description = "Withdrawn before")
    @APIResponse(responseCode = "412", description = "Changed since it was read")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    public Response withdraw(
            @PathParam("id") String id,
            @Parameter(required = true, example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(required = true, example = "Entered twice") @HeaderParam("Reason") @Nullable String reason) {
        VersionedSession withdrawn = changeSession.withdraw(change(id, ifMatch, reason));
        return Response.noContent().tag(tag(withdrawn)).build();
    }

    private Change change(String id, @Nullable String ifMatch, @Nullable String reason) {
        IfMatch ofVersion = IfMatch.of(ifMatch);
        return new Change(idOf(id), caller.clinic(), caller.who(), Reason.of(reason), ofVersion);
    }

    private VersionedSession readable(String id) {
        String onlyClinic = caller.readsOnly().orElse(null);
        return versions.latest(idOf(id))
                .filter(session -> onlyClinic == null || session.clinic().equals(onlyClinic))
                .orElseThrow(Refusal::unknownSession);
    }

    /** The reporter's words are the clinic's own; others see them masked. */
    private Session shown(Session session) {
        return caller.readsOnly().isPresent() ? session : session.masked();
    }

    private static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.unknownSession();
        }
    }

    private static URI address(UUID id) {
        return URI.create("/sessions/" + id);
    }

    private static Response answer(Response.ResponseBuilder response, VersionedSession session, NewSession posted) {
        return response.tag(tag(session))
                .entity(Session.of(session).answeredTo(posted.patient()))
                .build();
    }

    private static Response answer(Response.ResponseBuilder response, VersionedSession session) {
        return response.tag(tag(session)).entity(Session.of(session)).build();
    }

    private static EntityTag tag(VersionedSession session) {
        return new EntityTag(Integer.toString(session.version()));
    }
}
