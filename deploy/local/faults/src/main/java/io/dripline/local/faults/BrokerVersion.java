package io.dripline.local.faults;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/**
 * Which transactions the broker offers. From version 2 on each transaction has an epoch of its own (KIP-890), so that what a producer
 * that was taken for dead still sends cannot become part of the next one.
 */
final class BrokerVersion {

    private static final String FEATURE = "transaction.version";
    private static final short NEEDED = 2;

    private BrokerVersion() {}

    /** @throws IllegalStateException if it is older */
    static void check(String kafka) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            FinalizedVersionRange offered = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get(FEATURE);
            if (offered == null || offered.maxVersionLevel() < NEEDED) {
                throw new IllegalStateException("the broker's %s is %s; expected %d or newer"
                        .formatted(FEATURE, offered == null ? "0" : offered.maxVersionLevel(), NEEDED));
            }
        } catch (ExecutionException unanswered) {
            throw new IllegalStateException("the broker does not tell its version of transactions", unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
