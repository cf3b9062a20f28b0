package io.dripline.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String SECRET = "a secret of an installation, long enough";
    private static final String NEXT = "another secret of it, that came later on";

    private final KeyRing ring = new KeyRing(List.of(SECRET));

    @Property(tries = 200)
    void whatIsSealedOpensForItsPlace(@ForAll String text, @ForAll String place) {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        DataKey key = ring.create();

        byte[] sealed = key.seal(wellFormed, place);

        assertThat(ring.unwrap(key.wrapped()).open(sealed, place)).isEqualTo(wellFormed);
    }

    @Test
    void theSameTextIsNeverSealedToTheSame() {
        DataKey key = ring.create();

        assertThat(key.seal("dizzy", "here")).isNotEqualTo(key.seal("dizzy", "here"));
        assertThat(ring.create().wrapped()).hasSize(40).isNotEqualTo(key.wrapped());
    }

    @Test
    void itOpensNowhereElseAndWithNoOtherKeyAndNotOnceChanged() {
        DataKey key = ring.create();
        byte[] sealed = key.seal("Mrs Smith felt floaty", "session 1");
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> key.open(sealed, "session 2")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> ring.create().open(sealed, "session 1")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> key.open(changed, "session 1")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> key.open(new byte[3], "session 1")).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void afterOneThatDoesNotOpenTheNextDoes() {
        DataKey key = ring.create();
        byte[] sealed = key.seal("dizzy", "here");

        assertThatThrownBy(() -> key.open(sealed, "there")).isInstanceOf(SealBrokenException.class);
        assertThat(key.open(sealed, "here")).isEqualTo("dizzy");
        assertThat(key.open(key.seal("floaty", "here"), "here")).isEqualTo("floaty");
    }

    @Test
    void manyThreadsSealAndOpen() {
        DataKey key = ring.create();

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> {
                    DataKey other = ring.create();
                    String text = "text-".repeat(i % 40) + i;
                    return key.open(key.seal(text, "here"), "here").equals(text)
                            && ring.unwrap(other.wrapped())
                                    .open(other.seal(text, "here"), "here")
                                    .equals(text);
                }))
                .hasSize(2_000)
                .containsOnly(true);
    }

    @Test
    void aLaterSecretWrapsAndTheFormerOneStillUnwraps() {
        DataKey before = ring.create();
        byte[] sealed = before.seal("dizzy", "here");
        KeyRing both = new KeyRing(List.of(SECRET, NEXT));

        assertThat(both.unwrap(before.wrapped()).open(sealed, "here")).isEqualTo("dizzy");
        assertThatThrownBy(() -> ring.unwrap(both.create().wrapped())).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aShortSecretIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new KeyRing(List.of(SECRET, "too-short")))
                .hasMessageContaining("[1]")
                .hasMessageContaining("32")
                .hasMessageNotContaining("too-short");
        assertThatThrownBy(() -> new KeyRing(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
