package io.dripline.intake.description;

import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StrictJson;
import io.dripline.intake.request.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Shows with each refusal in the API's description the document that is sent, made by the code that sends it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ShowProblems implements OASFilter {

    private static final URI SESSION = URI.create("/sessions/019ab0f2-6a00-7000-8000-000000000000");

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            HttpProblem problem = problem(status, String.valueOf(response.getDescription()));
            if (problem != null) {
                show(response, problem);
            }
        });
        return operation;
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
            case "400" ->
                Refusal.malformed(
                        "The request cannot be read",
                        description.contains("parameter")
                                ? List.of(new Violation("limit", "expected a whole number from 1 to 200"))
                                : List.of(
                                        new Violation("adverseEvents[0].word", "unknown field"),
                                        new Violation("monitored", "expected true or false")));
            case "401" -> Refusal.unauthorized("Expected a bearer token");
            case "403" -> Refusal.forbidden("The token's claim clinic_id names no clinic");
            case "404" -> Refusal.unknownSession();
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
