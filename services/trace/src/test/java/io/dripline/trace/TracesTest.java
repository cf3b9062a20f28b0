package io.dripline.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String RECORDED = "00-" + TRACE + "-" + SPAN + "-01";
    private static final String NOT_RECORDED = "00-" + TRACE + "-" + SPAN + "-00";

    @Test
    void aCallersTraceGoesOnUnderASpanOfItsOwn() {
        String next = traces(0).begin("write session", RECORDED).traceparent();

        assertThat(next).matches("00-" + TRACE + "-[0-9a-f]{16}-01").doesNotContain(SPAN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "P-0042",
                "00-" + TRACE + "-" + SPAN,
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-P-0042",
                "ff-" + TRACE + "-" + SPAN + "-01"
            })
    void whatIsNoTraceparentBeginsATrace(String none) {
        String next = traces(1).begin("write session", none).traceparent();

        assertThat(next).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01").doesNotContain(TRACE);
    }

    /** What the columns of the outboxes take is all that is passed on, whatever bits a caller sets and of whatever version it is. */
    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-" + SPAN + "-ff", "01-" + TRACE + "-" + SPAN + "-02"})
    void whatIsPassedOnHasTheOneForm(String given) {
        assertThat(traces(0).begin("write session", given).traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(traces(0).follow("code session", given).traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Test
    void atARatioOfZeroAReportHasIdsAllTheSame() {
        Hop hop = traces(0).begin("write session", null);

        assertThat(hop.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void downTheLineARecordedTraceGetsASpanAndAnotherIsPassedOnAsItIs() {
        Traces traces = traces(0);

        assertThat(traces.follow("code session", RECORDED).traceparent())
                .startsWith("00-" + TRACE)
                .doesNotContain(SPAN);
        assertThat(traces.follow("code session", NOT_RECORDED).traceparent()).isEqualTo(NOT_RECORDED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "P-0042", "ff-" + TRACE + "-" + SPAN + "-01"})
    void downTheLineWhatComesWithoutATraceHasNone(String none) {
        Hop hop = traces(1).follow("code session", none);

        assertThat(hop.traceparent()).isNull();
        try (Scope here = hop.enter()) {
            assertThat(Hop.current()).isNull();
        }
    }

    @Test
    void logLinesBearTheIdsUntilAHopIsLeft() {
        Hop hop = traces(0).follow("code session", NOT_RECORDED);

        try (Scope here = hop.enter()) {
            assertThat(Hop.current()).isSameAs(hop);
            assertThat(MDC.get("traceId")).isEqualTo(TRACE);
            assertThat(MDC.get("spanId")).isEqualTo(SPAN);
        }

        assertThat(Hop.current()).isNull();
        assertThat(MDC.get("traceId")).isNull();
        assertThat(MDC.get("spanId")).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1})
    void aRatioThatIsNoneIsRefused(double ratio) {
        assertThatThrownBy(() -> traces(ratio)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyRecordedSpansAreSentToTheReceiver() throws Exception {
        BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        HttpServer receiver = receiver(bodies);
        try {
            Traces traces = new Traces(
                    "intake",
                    config(
                            0,
                            Optional.of(URI.create(
                                    "http://127.0.0.1:" + receiver.getAddress().getPort() + "/v1/traces"))));
            traces.follow("passed on", NOT_RECORDED).close();
            traces.follow("code session", RECORDED).of(UUID.randomUUID(), 1).close();

            traces.close();

            assertThat(bodies.poll(5, TimeUnit.SECONDS))
                    .contains("code session", "intake")
                    .contains(new String(HexFormat.of().parseHex(TRACE), ISO_8859_1))
                    .doesNotContain("passed on");
        } finally {
            receiver.stop(0);
        }
    }

    /** One that takes connections and never answers is worse than one that is away. */
    @Test
    void aReceiverThatHangsHoldsNobodyUp() throws IOException {
        try (var hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Traces traces = new Traces(
                    "intake",
                    config(1, Optional.of(URI.create("http://127.0.0.1:" + hangs.getLocalPort() + "/v1/traces"))));
            long began = System.nanoTime();
            for (int i = 0; i < 5_000; i++) {
                traces.begin("write session", null).close();
            }
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(4));

            traces.close();
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(14));
        }
    }

    private static HttpServer receiver(BlockingQueue<String> bodies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        return server;
    }

    private static Traces traces(double ratio) {
        return new Traces("intake", config(ratio, Optional.empty()));
    }

    private static TraceConfig config(double ratio, Optional<URI> endpoint) {
        return new TraceConfig() {
            @Override
            public Optional<URI> endpoint() {
                return endpoint;
            }

            @Override
            public double ratio() {
                return ratio;
            }
        };
    }
}
