package io.dripline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.access.AccessTable;
import io.dripline.access.DeclaredDoors;
import io.dripline.access.Door;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A door without a row says nowhere who may come in; a row without a door says so of nothing. */
class DoorsInTableTest {

    private static final Set<String> IN_CODE = DeclaredDoors.annotated("io.dripline.reporting");

    @Test
    void everyDoorOfTheCodeHasARowAndEveryRowADoor() {
        Set<String> rows = AccessTable.of("reporting").stream()
                .map(Door::name)
                .filter(name -> !name.contains(" /q/")
                        && !name.matches("GET /(sign-out|favicon.svg|[a-z-]+[.](js|css)|_static/.*)"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(IN_CODE);
    }

    @Test
    void everyDoorOfTheDescriptionIsInTheCode() {
        assertThat(DeclaredDoors.described("reporting")).isNotEmpty().isSubsetOf(IN_CODE);
    }
}
