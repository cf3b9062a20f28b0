package io.dripline.intake.erasure;

import io.dripline.intake.caller.Caller;
import io.dripline.intake.caller.Role;
import io.dripline.intake.request.Parameters;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StrictJson;
import io.dripline.intake.request.Violation;
import io.dripline.intake.trace.TracedReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for erasures. */
@Path("/erasures")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures", description = "What was said about a patient in words, erased; what was counted stays")
public class ErasureResource {

    private static final int MOST = 1000;
    private static final int USUAL = 50;

    private final Caller caller;
    private final ErasePatient erasePatient;
    private final Erasures erasures;
    private final Validator validator;

    ErasureResource(Caller caller, ErasePatient erasePatient, Erasures erasures, Validator validator) {
        this.caller = caller;
        this.erasePatient = erasePatient;
        this.erasures = erasures;
        this.validator = validator;
    }

    @TracedReport
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLINIC)
    @Operation(
            summary = "Erase what was said about a patient in words",
            description = "The words of all events and the reasons of all changes, in every version of every session of"
                    + " the clinic's own patient: their keys are destroyed. Each session gets one more version without"
                    + " words; what its events were coded as, and every count, stays. May be repeated. What is reported"
                    + " afterwards is kept as ever.")
    @APIResponse(
            responseCode = "201",
            description = "Erased durably; copies elsewhere can be read by nobody, and go as the operator's page says",
            content =
                    @Content(
                            schema = @Schema(implementation = Erasure.class),
                            examples = @ExampleObject(name = "The erasure", value = ErasureExample.DONE)))
    @APIResponse(
            responseCode = "200",
            description = "Nothing was left; the erasure of before",
            content =
                    @Content(
                            schema = @Schema(implementation = Erasure.class),
                            examples = @ExampleObject(name = "The erasure", value = ErasureExample.DONE)))
    @APIResponse(responseCode = "404", description = "The clinic never reported such a patient")
    public Response erase(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewErasure.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A patient's wish",
                                                            value = ErasureExample.ASKED)))
                    InputStream body) {
        String clinic = caller.clinic();
        NewErasure posted = StrictJson.read(body, NewErasure.class);
        List<Violation> violations = validator.validate(posted).stream()
                .map(v -> new Violation(v.getPropertyPath().toString(), v.getMessage()))
                .toList();
        if (!violations.isEmpty()) {
            throw Refusal.rulesBroken(violations);
        }
        ErasePatient.Outcome outcome = erasePatient.erase(
                clinic,
                Objects.requireNonNull(posted.patient()),
                Objects.requireNonNull(posted.ground()),
                caller.who());
        return Response.status(outcome.isNew() ? 201 : 200)
                .entity(outcome.erasure())
                .build();
    }

    @GET
    @RolesAllowed({Role.CLINIC, Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "List erasures",
            description =
                    "The newest first; a clinic sees its own, officers and auditors every clinic's. Whose words they"
                            + " were is not told.")
    @APIResponse(
            responseCode = "200",
            description = "The newest erasures",
            content =
                    @Content(
                            schema = @Schema(implementation = Erasure[].class),
                            examples = @ExampleObject(name = "One erasure", value = ErasureExample.LIST)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    public List<Erasure> list(
            @Parameter(description = "1 to 1000, or else 50", example = "50") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        Parameters parameters = Parameters.of(uri, "limit");
        int most = parameters.number("limit", limit, 1, MOST, USUAL);
        parameters.refuseIfWrong();
        return erasures.newest(caller.readsOnly(), most);
    }
}
