package io.dripline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredDoorsTest {

    @ParameterizedTest
    @CsvSource({
        "/q/health,     true,  /q/health,      true",
        "/q/health,     true,  /q/health/live, false",
        "/q/heal,       true,  /q/health,      false",
        "/q/heal,       false, /q/health,      false",
        "/q/health,     false, /q/health/live, true",
        "/q/health/*,   false, /q/health/live, true",
        "/q/health/*,   false, /q/healthy,     false",
        "/q/swagger-ui, true,  /q/swagger-ui/, true"
    })
    void aRouteServesItsOwnPathAndATreeWhatLiesInIt(String route, boolean isExact, String path, boolean serves) {
        assertThat(DeclaredDoors.serves(route, isExact, path)).isEqualTo(serves);
    }
}
