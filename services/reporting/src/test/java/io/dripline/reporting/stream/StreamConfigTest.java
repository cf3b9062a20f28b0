package io.dripline.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamConfigTest {

    private final StreamConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(StreamConfig.class)
            .build()
            .getConfigMapping(StreamConfig.class);

    @Test
    void whatFailsIsTriedAgainLaterAndLater() {
        assertThat(config.pauseAfter(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(config.pauseAfter(2)).isEqualTo(Duration.ofMillis(400));
        assertThat(config.pauseAfter(6)).isEqualTo(config.longestPause());
        assertThat(config.pauseAfter(Integer.MAX_VALUE)).isEqualTo(config.longestPause());
    }
}
