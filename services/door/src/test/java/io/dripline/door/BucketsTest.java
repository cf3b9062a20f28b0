package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.junit.jupiter.api.Test;

class BucketsTest {

    @Test
    void givesWhatItHoldsAndThenSaysHowLongToWait() {
        Bucket bucket = Buckets.of(3, 1);
        assertThat(bucket.tryConsume(3)).isTrue();

        ConsumptionProbe refused = bucket.tryConsumeAndReturnRemaining(1);

        assertThat(refused.isConsumed()).isFalse();
        assertThat(Buckets.secondsUntil(refused)).isEqualTo(1);
    }
}
