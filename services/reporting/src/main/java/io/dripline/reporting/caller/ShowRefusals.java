package io.dripline.reporting.caller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Adds to every door's description the refusals that all doors share, unless the door says more of one itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ShowRefusals implements OASFilter {

    /**
     * Name of the extension that marks doors which are the same for every clinic, or not for clinics, so that only the role is
     * asked for. Extensions of this kind tell this filter something, and are not published.
     */
    public static final String SAME_FOR_ALL = "x-same-for-all";

    /** Name of the extension that marks doors which answer without the database. */
    public static final String WITHOUT_DATABASE = "x-without-database";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        add(responses, "400", "An unknown parameter", "An unknown parameter", ProblemExample.UNKNOWN_PARAMETER);
        add(responses, "401", "No valid token", "Without a token", ProblemExample.UNAUTHORIZED);
        if (operation.getRequestBody() != null) {
            add(responses, "413", "Longer than 1 MiB", "Too long", ProblemExample.TOO_LONG);
        }
        unmark(responses);
        if (!operation.hasExtension(WITHOUT_DATABASE)) {
            add(responses, "503", "The database is away", "Away", ProblemExample.AWAY);
        }
        if (operation.hasExtension(SAME_FOR_ALL)) {
            add(responses, "403", "A token without a role that may ask", "Another role", ProblemExample.OTHER_ROLE);
        } else {
            add(
                    responses,
                    "403",
                    "A token without the role or the clinic",
                    "A clinic without its name",
                    ProblemExample.FORBIDDEN);
        }
        unmark(operation);
        return operation;
    }

    /** A mark on one door reaches all that the door declares, too. */
    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        unmark(response);
        return response;
    }

    @Override
    public RequestBody filterRequestBody(RequestBody body) {
        unmark(body);
        return body;
    }

    /** A mark on a class of doors reaches the tag that the class declares, too. */
    @Override
    public Tag filterTag(Tag tag) {
        unmark(tag);
        return tag;
    }

    private static void unmark(Extensible<?> described) {
        described.removeExtension(SAME_FOR_ALL);
        described.removeExtension(WITHOUT_DATABASE);
    }

    private static void add(APIResponses responses, String status, String description, String name, String example) {
        APIResponse declared = responses.getAPIResponse(status);
        // What the framework adds by itself shows no document.
        if (declared == null || declared.getContent() == null) {
            responses.addAPIResponse(status, refusal(description, name, example));
        }
    }

    private static APIResponse refusal(String description, String name, String example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemExample.TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(ProblemExample.SCHEMA))
                                        .addExample(
                                                name, OASFactory.createExample().value(document(example)))));
    }

    private static Map<String, Object> document(String example) {
        try {
            return JSON.readValue(example, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a problem document, found " + example, e);
        }
    }
}
