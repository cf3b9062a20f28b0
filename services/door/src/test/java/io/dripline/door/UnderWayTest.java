package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnderWayTest {

    @Test
    void oneMoreBeginsWhenOneHasEnded() {
        UnderWay underWay = new UnderWay(2);
        assertThat(underWay.begin()).isTrue();
        assertThat(underWay.begin()).isTrue();
        assertThat(underWay.begin()).isFalse();

        underWay.end();

        assertThat(underWay.begin()).isTrue();
        assertThat(underWay.begin()).isFalse();
    }
}
