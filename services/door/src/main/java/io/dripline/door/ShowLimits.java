package io.dripline.door;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds 429 to what every door is described to answer, as {@link LimitCallers} and {@link LimitFailures} send it. */
// Beside the services' own filters, whose priority is 1: else their order would be anybody's guess.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP, priority = 0)
public class ShowLimits implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().addAPIResponse(String.valueOf(LimitCallers.TOO_MANY.status()), tooMany());
        return operation;
    }

    private static APIResponse tooMany() {
        return OASFactory.createAPIResponse()
                .description(
                        "Too many requests in a second or at the same time, or too many false tokens from the address")
                .addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds to wait, 1 or more")
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("HttpProblem"))
                                        .addExample("In a second", example(LimitCallers.TOO_MANY))
                                        .addExample("At the same time", example(LimitCallers.TOO_MANY_AT_ONCE))
                                        .addExample("False tokens", example(LimitFailures.TOO_MANY))));
    }

    private static Example example(Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", problem.status());
        document.put("title", problem.title());
        document.put("detail", problem.detail());
        return OASFactory.createExample().value(document);
    }
}
