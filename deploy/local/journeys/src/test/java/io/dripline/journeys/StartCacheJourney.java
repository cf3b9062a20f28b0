package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.StartCache;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Services start from what the build has kept of a start. What they must not start from is tried where it is made. */
@ExtendWith(TheLine.Running.class)
class StartCacheJourney {

    private final TheLine line;

    StartCacheJourney(TheLine line) {
        this.line = line;
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "CLASSIFICATION", "INCIDENCE", "REPORTING"})
    void aServiceStartsFromItsCache(Part service) throws IOException, InterruptedException {
        assumeFalse(Boolean.getBoolean("dripline.training.skip"), "the build was told to make no caches");
        StartCache cache = StartCache.of(line.config().checkout(), service);

        assertThat(cache.file()).exists();
        assertThat(cache.isUsedBy(line.process(service))).isTrue();
    }
}
