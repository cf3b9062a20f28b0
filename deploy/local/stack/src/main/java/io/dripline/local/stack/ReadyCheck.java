package io.dripline.local.stack;

import io.dripline.local.door.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Whether a part serves already. */
@FunctionalInterface
interface ReadyCheck {

    boolean ready() throws InterruptedException;

    /** Ready once something accepts connections on the port. */
    static ReadyCheck accepts(int port) {
        return () -> BusyPorts.answers(port);
    }

    /** Ready once the address answers 200. */
    static ReadyCheck answers(URI health) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        var request = HttpRequest.newBuilder(health).build();
        return () -> {
            try {
                return Exchange.within(Duration.ofSeconds(5), client, request).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
