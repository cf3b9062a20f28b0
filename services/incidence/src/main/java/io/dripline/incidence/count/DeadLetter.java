package io.dripline.incidence.count;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record as it came, with why it could not be processed and where it lay in headers. They are named as SmallRye
 * Reactive Messaging names them, so that the dead letters of all services read alike.
 */
final class DeadLetter {

    static final String REASON = "dead-letter-reason";
    static final String EXCEPTION = "dead-letter-exception-class-name";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    private static final int LONGEST_REASON = 1000;

    private DeadLetter() {}

    static Record<byte[], byte[]> of(
            Record<byte[], byte[]> record, RuntimeException cause, ProcessorContext<?, ?> context) {
        var headers = new RecordHeaders(record.headers());
        set(headers, REASON, reason(cause));
        set(headers, EXCEPTION, cause.getClass().getName());
        context.recordMetadata().ifPresent(origin -> {
            set(headers, TOPIC, origin.topic());
            set(headers, PARTITION, Integer.toString(origin.partition()));
            set(headers, OFFSET, Long.toString(origin.offset()));
        });
        return new Record<>(record.key(), record.value(), context.currentSystemTimeMs(), headers);
    }

    private static String reason(Throwable cause) {
        var reason = new StringBuilder();
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String message = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
            reason.append(reason.isEmpty() ? "" : ": ").append(message);
        }
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
