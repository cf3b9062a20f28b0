package io.dripline.classification.coding;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tells what a preferred term has: its record is part of the contracts, which know of no framework. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class DescribeMeddra implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema term = Objects.requireNonNull(api.getComponents().getSchemas().get("MeddraTerm"));
        term.setDescription(
                "The same in the MedDRA distribution of a licensee; absent where none is configured or it has"
                        + " no such term");
        term.setRequired(List.of("ptCode", "pt", "socCode", "soc"));
        describe(term, "ptCode", "Code of the preferred term, 1 or more");
        describe(term, "pt", "Name of the preferred term");
        describe(term, "socCode", "Code of its primary system organ class, 1 or more");
        describe(term, "soc", "Name of that class");
    }

    private static void describe(Schema term, String property, String description) {
        Objects.requireNonNull(term.getProperties().get(property)).setDescription(description);
    }
}
