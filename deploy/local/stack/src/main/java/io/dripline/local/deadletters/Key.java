package io.dripline.local.deadletters;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A record's key, equal to every key of the same bytes. */
record Key(@Nullable ByteBuffer bytes) {

    static Key of(byte @Nullable [] key) {
        return new Key(key == null ? null : ByteBuffer.wrap(key));
    }
}
