package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedGenerationTest {

    @TempDir
    private Path data;

    @Test
    void isOneBeforeTheFirstRebuild() {
        assertThat(told()).isEqualTo("1");
    }

    @Test
    void isToldToIncidenceAtItsNextStart() {
        // When
        CountedGeneration.write(config(), 7);

        // Then
        assertThat(CountedGeneration.read(config())).isEqualTo(7);
        assertThat(told()).isEqualTo("7");
    }

    private String told() {
        return new Launches(config(), Journal.SILENT)
                .environment(Part.INCIDENCE)
                .get("DRIPLINE_INCIDENCE_GENERATION");
    }

    private StackConfig config() {
        return StackConfig.of(Checkout.root()).withData(data);
    }
}
