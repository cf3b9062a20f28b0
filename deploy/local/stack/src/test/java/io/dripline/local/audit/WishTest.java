package io.dripline.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @Test
    void readsWhatIsAsked() {
        assertThat(Wish.of(List.of("head"))).isEqualTo(new Wish(false, List.of()));
        assertThat(Wish.of(List.of("verify"))).isEqualTo(new Wish(true, List.of()));
        assertThat(Wish.of(List.of("verify", "--head", "a", "--head", "b")))
                .isEqualTo(new Wish(true, List.of(Path.of("a"), Path.of("b"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "head --head a", "verify --head", "verify a", "repair"})
    void saysWhatItTakes(String arguments) {
        assertThatThrownBy(() -> Wish.of(List.of(arguments.split(" "))))
                .hasMessageStartingWith("audit takes head, or verify with any number of --head FILE; got ");
    }
}
