package io.dripline.intake.description;

import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StrictJson;
import io.dripline.intake.request.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Adds to every door's description the refusals that all doors share, and shows with each refusal the document that is
 * sent, made by the code that sends it. What a door says of 400, 404, 413, 415 and 422 itself stays; 401, 403 and 503 are
 * the same at every door, so that what is declared of them is replaced.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ShowProblems implements OASFilter {

    private static final URI SESSION = URI.create("/sessions/019ab0f2-6a00-7000-8000-000000000000");

    private static final String UNKNOWN_PARAMETER = "An unknown parameter";

    @Override
    public Operation filterOperation(Operation operation) {
        declare(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            HttpProblem problem = problem(status, String.valueOf(response.getDescription()));
            if (problem != null) {
                show(response, problem);
            }
        });
        return operation;
    }

    private static void declare(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (takesJson(operation)) {
            declare(responses, "400", "Not readable");
            declare(responses, "413", "Longer than 1 MiB");
            declare(responses, "415", "Not application/json");
            declare(responses, "422", "Breaks rules; names every violated field");
        }
        if (namesASession(operation)) {
            declare(responses, "404", "Unknown, or another clinic's");
        }
        declare(responses, "400", UNKNOWN_PARAMETER);
        add(responses, "401", "No valid token");
        add(responses, "403", "A token without the role or the clinic");
        add(responses, "503", "The store or the realm is away");
    }

    private static void declare(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            add(responses, status, description);
        }
    }

    /** In place of what the framework adds by itself, too. */
    private static void add(APIResponses responses, String status, String description) {
        responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    }

    private static boolean takesJson(Operation operation) {
        RequestBody body = operation.getRequestBody();
        return body != null && body.getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    private static boolean namesASession(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream()
                        .anyMatch(parameter ->
                                parameter.getIn() == Parameter.In.PATH && "id".equals(parameter.getName()));
    }

    private static void show(APIResponse response, HttpProblem problem) {
        response.setContent(OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("HttpProblem"))
                                .example(document(problem))));
    }

    private static @Nullable HttpProblem problem(String status, String description) {
        return switch (status) {
            case "400" -> unreadable(description);
            case "401" -> Refusal.unauthorized("Expected a bearer token");
            case "403" -> Refusal.forbidden("The token's claim clinic_id names no clinic");
            case "404" -> description.contains("patient") ? Refusal.unknownPatient() : Refusal.unknownSession();
            case "409" ->
                description.toLowerCase(Locale.ROOT).contains("withdrawn")
                        ? Refusal.withdrawn(SESSION)
                        : Refusal.referenceTaken(SESSION);
            case "412" -> Refusal.stale(2);
            case "413" -> Refusal.tooLong(description.contains("64") ? StrictJson.LONGEST_BATCH : StrictJson.LIMIT);
            case "415" -> Refusal.unsupportedFormat();
            case "422" ->
                Refusal.rulesBroken(
                        description.contains("dates")
                                ? List.of(new Violation("to", "expected a date that is not before from"))
                                : List.of(
                                        new Violation(
                                                "adverseEvents[0].onsetAt",
                                                "expected a time that is not before the session's start"),
                                        new Violation("weightKg", "expected 20 to 400 kg")));
            case "428" -> Refusal.preconditionRequired();
            case "503" -> Refusal.unavailable();
            default -> null;
        };
    }

    private static HttpProblem unreadable(String description) {
        if (description.equals(UNKNOWN_PARAMETER)) {
            return Refusal.malformed(
                    "The request cannot be read",
                    List.of(new Violation("colour", "unknown parameter; none is expected here")));
        }
        if (description.contains("parameter")) {
            return Refusal.malformed(
                    "The request cannot be read",
                    List.of(new Violation("limit", "expected a whole number from 1 to 200")));
        }
        return Refusal.malformed(
                "The request cannot be read",
                List.of(
                        new Violation("adverseEvents[0].word", "unknown field"),
                        new Violation("monitored", "expected true or false")));
    }

    private static Map<String, Object> document(HttpProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", problem.getStatusCode());
        document.put("title", problem.getTitle());
        if (problem.getDetail() != null) {
            document.put("detail", problem.getDetail());
        }
        if (problem.getParameters().get("violations") instanceof Collection<?> violations) {
            document.put(
                    "violations",
                    violations.stream()
                            .map(Violation.class::cast)
                            .map(ShowProblems::document)
                            .toList());
        }
        return document;
    }

    private static Map<String, Object> document(Violation violation) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("field", violation.field());
        document.put("message", violation.message());
        return document;
    }
}
