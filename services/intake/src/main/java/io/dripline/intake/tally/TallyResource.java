package io.dripline.intake.tally;

import io.dripline.intake.caller.Caller;
import io.dripline.intake.caller.Role;
import io.dripline.intake.request.Dates;
import io.dripline.intake.request.Parameters;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StrictJson;
import io.dripline.intake.request.Violation;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for tallies. */
@Path("/tallies")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tallies", description = "How many sessions a clinic performed on a day, posted or not")
public class TallyResource {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Where the date changes first. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    /** A year, leap or not. The list is one array, to which each clinic adds up to so many days. */
    private static final int MOST_DAYS = 366;

    private final Caller caller;
    private final Tallies tallies;
    private final Validator validator;
    private final Clock clock;

    TallyResource(Caller caller, Tallies tallies, Validator validator, Clock clock) {
        this.caller = caller;
        this.tallies = tallies;
        this.validator = validator;
        this.clock = clock;
    }

    @PUT
    @Path("/{date}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLINIC)
    @Operation(
            summary = "State how many sessions were performed on a day",
            description = "The newest statement holds; those before it are kept.")
    @APIResponse(
            responseCode = "200",
            description = "Stored durably",
            content =
                    @Content(
                            schema = @Schema(implementation = Tally.class),
                            examples = @ExampleObject(name = "One still to be posted", value = TallyExample.DAY)))
    public Tally state(
            @Parameter(description = "Local date, not in the future", example = "2026-11-22") @PathParam("date")
                    String date,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewTally.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "A day's tally",
                                                            value = TallyExample.STATED)))
                    InputStream body) {
        String clinic = caller.clinic();
        Parameters parameters = Parameters.ofPath();
        LocalDate day = parameters.date("date", date, LocalDate.MIN);
        parameters.refuseIfWrong();
        NewTally stated = StrictJson.read(body, NewTally.class);
        check(day, stated);
        int performed = Objects.requireNonNull(stated.sessionsPerformed());
        tallies.state(clinic, day, performed, caller.who(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return tallies.days(Optional.of(clinic), Dates.only(day)).getFirst();
    }

    @GET
    @RolesAllowed({Role.CLINIC, Role.SAFETY_OFFICER, Role.AUDITOR})
    @Operation(
            summary = "Compare tallies with what was posted",
            description =
                    "Every day on which something was stated or posted, of at most 366 days: the last 366 unless dates are"
                            + " stated. Officers and auditors see every clinic's days, each with the clinic's name.")
    @APIResponse(
            responseCode = "200",
            description = "By date",
            content =
                    @Content(
                            schema = @Schema(implementation = Tally[].class),
                            examples = @ExampleObject(name = "Two days", value = TallyExample.DAYS)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or not readable")
    @APIResponse(
            responseCode = "422",
            description = "The dates end before they begin, do not begin, or are more than 366")
    public List<Tally> days(
            @Parameter(description = "First local date; needed where to is stated", example = "2026-11-16")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last local date; today unless stated", example = "2026-11-22")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Context UriInfo uri) {
        Parameters parameters = Parameters.of(uri, "from", "to");
        return tallies.days(caller.readsOnly(), Dates.readUpTo(MOST_DAYS, today(), parameters, from, to));
    }

    private void check(LocalDate day, NewTally stated) {
        List<Violation> violations = new ArrayList<>();
        validator
                .validate(stated)
                .forEach(v -> violations.add(new Violation(v.getPropertyPath().toString(), v.getMessage())));
        if (day.isAfter(today())) {
            violations.add(new Violation("date", "expected a day that is not in the future"));
        }
        if (day.isBefore(EARLIEST)) {
            violations.add(new Violation("date", "expected a day after 1999"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.rulesBroken(violations);
        }
    }

    /** The latest date that is a clinic's today. */
    private LocalDate today() {
        return clock.instant().atOffset(EASTERNMOST).toLocalDate();
    }
}
