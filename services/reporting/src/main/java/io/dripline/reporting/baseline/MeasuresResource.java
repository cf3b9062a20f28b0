package io.dripline.reporting.baseline;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import io.dripline.reporting.caller.ShowRefusals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be counted. */
@Path("/api/measures")
@Tag(name = "Literature")
@Extension(name = ShowRefusals.SAME_FOR_ALL, value = "true")
@Extension(name = ShowRefusals.WITHOUT_DATABASE, value = "true")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clinic", "safety-officer", "auditor"})
public class MeasuresResource {

    /**
     * A measure that incidence can be asked for; every coded term is one too.
     *
     * @param version of the terms that it unites; 1 for those that are not unions
     * @param terms ids of the terms that it unites; empty for ANY, SERIOUS and the categories, which are not listed
     *     term by term
     */
    public record Measure(String id, String name, int version, List<String> terms) {

        static Measure of(DefinedMeasure measure) {
            return new Measure(measure.id(), measure.name(), measure.version(), measure.terms());
        }

        static Measure whole(String id, String name) {
            return new Measure(id, name, 1, List.of());
        }
    }

    @GET
    @Operation(summary = "Measures that incidence can be asked for, besides every coded term")
    @APIResponse(
            responseCode = "200",
            description = "ANY, SERIOUS, the categories, then the unions",
            content =
                    @Content(
                            schema = @Schema(implementation = Measure[].class),
                            examples =
                                    @ExampleObject(
                                            name = "A category and a union",
                                            value = LiteratureExample.MEASURES)))
    public List<Measure> list() {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.whole(Measures.ANY, "Any adverse event"));
        measures.add(Measure.whole(Measures.SERIOUS, "Any serious adverse event"));
        Arrays.stream(Category.values()).map(MeasuresResource::category).forEach(measures::add);
        Measures.standard().defined().stream().map(Measure::of).forEach(measures::add);
        return measures;
    }

    private static Measure category(Category category) {
        String name = switch (category) {
            case CNS -> "Central nervous system";
            case GI -> "Gastrointestinal";
            case CARDIOVASCULAR -> "Cardiovascular";
            case HEPATIC -> "Hepatic";
            case UROGENITAL -> "Urogenital";
            case OTHER -> "Coded, in none of the five systems";
        };
        return Measure.whole(category.name(), name);
    }
}
