package io.dripline.reporting.notification;

import io.dripline.reporting.caller.Violations;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are asked for.
 *
 * @param state null for all
 * @param after the last delivery of the page before, null for the newest
 * @param limit how many, 1 to 200
 */
record NotificationQuestion(
        @Nullable DeliveryState state, @Nullable UUID after, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    static NotificationQuestion read(MultivaluedMap<String, String> parameters) {
        Violations violations = new Violations();
        violations.refuseUnknown(parameters, Set.of("state", "after", "limit"));
        var question = new NotificationQuestion(
                violations
                        .read(
                                "state",
                                parameters.getFirst("state"),
                                DeliveryState::valueOf,
                                "DELIVERED, WAITING or PARKED")
                        .orElse(null),
                violations
                        .read("after", parameters.getFirst("after"), UUID::fromString, "what a page named as next")
                        .orElse(null),
                violations
                        .read(
                                "limit",
                                parameters.getFirst("limit"),
                                NotificationQuestion::limit,
                                "a whole number from 1 to " + MOST)
                        .orElse(USUAL));
        violations.refuseIfAny();
        return question;
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit");
        }
        return limit;
    }
}
