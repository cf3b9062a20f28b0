package io.dripline.trace;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The header of the W3C recommendation Trace Context: ids made of random bits, and whether the trace is recorded. */
public final class Traceparent {

    /** Its name, in requests and beside records. */
    public static final String HEADER = "traceparent";

    private Traceparent() {}

    /** What stands beside a record, whatever it is; null where nothing does. */
    public static @Nullable String in(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The header's value beside a record. */
    public static byte[] bytes(String traceparent) {
        return traceparent.getBytes(StandardCharsets.UTF_8);
    }
}
