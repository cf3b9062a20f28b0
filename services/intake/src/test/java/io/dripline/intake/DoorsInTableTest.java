package io.dripline.intake;

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

    private static final Set<String> IN_CODE = DeclaredDoors.annotated("io.dripline.intake");

    @Test
    void everyDoorOfTheCodeHasARowAndEveryRowADoor() {
        Set<String> rows = AccessTable.of("intake").stream()
                .map(Door::name)
                .filter(name -> !name.contains(" /q/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(IN_CODE);
    }

    @Test
    void everyDoorOfTheDescriptionIsInTheCode() {
        assertThat(DeclaredDoors.described("intake")).isNotEmpty().isSubsetOf(IN_CODE);
    }
}
