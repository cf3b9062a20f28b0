package io.dripline.contracts.deadletter;

import io.dripline.contracts.RefusedRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a dead letter say; its key, value and own headers are those of the record, byte for byte. It lies
 * in the partition of {@code <topic>.dead} that has the number of the record's own.
 *
 * @param topic where the record lay
 * @param partition and in which partition
 * @param offset and where in that
 * @param timestamp the record's own, as its producer or broker stamped it
 * @param service what could not process it
 * @param message what is wrong and what was expected; never a reporter's words or a patient's pseudonym
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        ProcessingService service,
        DeadLetterCause cause,
        String message) {

    /** What the name of every header of ours begins with; a record's own never do. */
    public static final String PREFIX = "dead-letter-";

    public static final String TOPIC = PREFIX + "topic";
    public static final String PARTITION = PREFIX + "partition";
    public static final String OFFSET = PREFIX + "offset";
    /** Milliseconds since 1970. */
    public static final String TIMESTAMP = PREFIX + "timestamp";

    public static final String SERVICE = PREFIX + "service";
    public static final String SERVICE_VERSION = PREFIX + "service-version";
    /** A {@link DeadLetterCause}. */
    public static final String CAUSE = PREFIX + "cause";

    public static final String MESSAGE = PREFIX + "message";

    private static final int LONGEST_MESSAGE = 500;

    public DeadLetter {
        message = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
    }

    /** The cause of a failure: what was refused knowingly says so itself, anything else is a defect. */
    public static DeadLetterCause causeOf(RuntimeException failure) {
        return failure instanceof RefusedRecordException refusal ? refusal.why() : DeadLetterCause.SERVICE_FAILED;
    }

    /** What to say of a failure. Nobody wrote a defect's own message with patients in mind: only where it was stays. */
    public static String messageOf(RuntimeException failure) {
        if (failure instanceof RefusedRecordException refusal) {
            return refusal.getMessage();
        }
        StackTraceElement[] frames = failure.getStackTrace();
        return "expected to be processed, found a defect of the service: %s at %s"
                .formatted(failure.getClass().getSimpleName(), frames.length == 0 ? "an unknown place" : frames[0]);
    }

    /** The headers in the order of their declaration. */
    public SequencedMap<String, byte[]> headers() {
        SequencedMap<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(TOPIC, bytes(topic));
        headers.put(PARTITION, bytes(Integer.toString(partition)));
        headers.put(OFFSET, bytes(Long.toString(offset)));
        headers.put(TIMESTAMP, bytes(Long.toString(timestamp.toEpochMilli())));
        headers.put(SERVICE, bytes(service.name()));
        headers.put(SERVICE_VERSION, bytes(service.version()));
        headers.put(CAUSE, bytes(cause.name()));
        headers.put(MESSAGE, bytes(message));
        return headers;
    }

    /**
     * Reads the headers.
     *
     * @param header a header's value by its name, null where there is none
     * @return empty if one is missing or is not what it must be
     */
    public static Optional<DeadLetter> of(Function<String, byte @Nullable []> header) {
        try {
            return Optional.of(new DeadLetter(
                    text(header, TOPIC),
                    Integer.parseInt(text(header, PARTITION)),
                    Long.parseLong(text(header, OFFSET)),
                    Instant.ofEpochMilli(Long.parseLong(text(header, TIMESTAMP))),
                    new ProcessingService(text(header, SERVICE), text(header, SERVICE_VERSION)),
                    DeadLetterCause.valueOf(text(header, CAUSE)),
                    text(header, MESSAGE)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static String text(Function<String, byte @Nullable []> header, String name) {
        byte[] value = header.apply(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": expected a header, found none");
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
