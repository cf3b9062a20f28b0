package io.dripline.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Begins and follows the traces of reports. Every report has a trace id; a span is made only where its trace is recorded, and sent only
 * where there is a receiver. Spans wait in memory, 2048 at most, and are dropped beyond that: nothing ever waits for a receiver.
 */
@Singleton
public class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Reads one header. What a caller's tracestate says is not asked for, so it is nowhere stored or passed on. */
    private static final TextMapGetter<String> TRACEPARENT_ALONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(Traceparent.HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(Traceparent.HEADER) ? traceparent : null;
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * @param service the name under which its spans are found
     * @throws IllegalArgumentException if the ratio is not from 0 to 1, or the endpoint no address of HTTP
     */
    @Inject
    public Traces(@ConfigProperty(name = "quarkus.application.name") String service, TraceConfig config) {
        SdkTracerProviderBuilder builder = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio())));
        config.endpoint()
                .ifPresent(
                        endpoint -> builder.addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                        .setEndpoint(endpoint.toString())
                                        .setTimeout(PATIENCE)
                                        .build())
                                .build()));
        provider = builder.build();
        tracer = provider.get("io.dripline");
    }

    /** Made at the start, whoever needs it first: a setting that is wrong ends the start, and not the first report. */
    void start(@Observes StartupEvent event) {}

    /**
     * What a report sets off where it enters.
     *
     * @param traceparent what its sender says; null or unreadable begins a trace
     */
    public Hop begin(String name, @Nullable String traceparent) {
        return new Hop(start(name, SpanKind.SERVER, remote(traceparent)));
    }

    /**
     * What a report sets off further down the line.
     *
     * @param traceparent what stands beside it; null or unreadable is {@link Hop#NONE}
     */
    public Hop follow(String name, @Nullable String traceparent) {
        if (traceparent == null) {
            return Hop.NONE;
        }
        Context remote = remote(traceparent);
        SpanContext parent = Span.fromContext(remote).getSpanContext();
        if (!parent.isValid()) {
            return Hop.NONE;
        }
        return new Hop(parent.isSampled() ? start(name, SpanKind.CONSUMER, remote) : Span.wrap(parent));
    }

    private static Context remote(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TRACEPARENT_ALONE);
    }

    private Span start(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }

    /** Sends what waits, and gives up after a while. */
    @PreDestroy
    public void close() {
        provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
