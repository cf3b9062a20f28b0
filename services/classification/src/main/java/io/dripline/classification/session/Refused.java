package io.dripline.classification.session;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that trying again will not help, and why. */
record Refused(ConsumerRecord<String, byte[]> origin, Exception failure) {

    /** What is wrong, in a sentence. */
    String reason() {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    /** What lies at the bottom of it; may quote the record. */
    String cause() {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
