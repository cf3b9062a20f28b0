package io.dripline.reporting.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.junit.jupiter.api.Test;

class ShowRefusalsTest {

    private final ShowRefusals refusals = new ShowRefusals();

    @Test
    void aDoorWithoutTagsOrMarksMayNeedTheDatabase() {
        var door = OASFactory.createOperation().responses(OASFactory.createAPIResponses());

        refusals.filterOperation(door);

        assertThat(door.getResponses().getAPIResponses()).containsOnlyKeys("400", "401", "403", "503");
    }

    @Test
    void aMarkedDoorDoesNotAndKeepsItsMarksToItself() {
        var door = OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses())
                .addExtension(ShowRefusals.SAME_FOR_ALL, "true")
                .addExtension(ShowRefusals.WITHOUT_DATABASE, "true");

        refusals.filterOperation(door);

        assertThat(door.getResponses().getAPIResponses()).containsOnlyKeys("400", "401", "403");
        assertThat(door.getExtensions()).isNullOrEmpty();
    }

    @Test
    void aDoorThatTakesABodyTakesNoLongOne() {
        var door = OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses())
                .requestBody(OASFactory.createRequestBody());

        refusals.filterOperation(door);

        assertThat(door.getResponses().getAPIResponses()).containsKey("413");
    }
}
