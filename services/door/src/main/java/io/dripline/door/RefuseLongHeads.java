package io.dripline.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * 414 for an address and 431 for a head that are too long. The server's own refusals are no problem documents, so its
 * limits lie higher; beyond those it answers without a body and closes.
 */
@Singleton
class RefuseLongHeads {

    private static final Problem LONG_ADDRESS =
            new Problem(414, "URI Too Long", "Expected a shorter address with fewer parameters");
    private static final Problem LONG_HEAD =
            new Problem(431, "Request Header Fields Too Large", "Expected shorter or fewer headers");

    private final int longestAddress;
    private final int longestHead;

    RefuseLongHeads(LimitsConfig config) {
        this.longestAddress = config.longestAddress();
        this.longestHead = config.longestHead();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, Order.LIMITS);
    }

    private void check(RoutingContext request) {
        if (request.request().uri().length() > longestAddress) {
            LONG_ADDRESS.answerAndClose(request);
        } else if (lengthOfHead(request) > longestHead) {
            LONG_HEAD.answerAndClose(request);
        } else {
            request.next();
        }
    }

    private static int lengthOfHead(RoutingContext request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.request().headers()) {
            length += header.getKey().length() + header.getValue().length() + 4;
        }
        return length;
    }
}
