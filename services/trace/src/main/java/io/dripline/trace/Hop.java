package io.dripline.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What one report sets off in one service: a span where its trace is recorded, and ids alone where it is not. */
public final class Hop implements AutoCloseable {

    /** Of what no report set off, or of one that came without a trace. */
    public static final Hop NONE = new Hop(Span.getInvalid());

    private static final ContextKey<Hop> KEY = ContextKey.named("hop");
    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";

    private final Span span;

    Hop(Span span) {
        this.span = span;
    }

    /** What the work on this thread belongs to; null where it is nothing that was {@linkplain #enter entered}. */
    public static @Nullable Hop current() {
        return Context.current().get(KEY);
    }

    /** What the next service is to follow; null for {@link #NONE}. */
    public @Nullable String traceparent() {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /** States which version of which session the report is. */
    public Hop of(UUID session, int version) {
        span.setAttribute("dripline.session", session.toString());
        span.setAttribute("dripline.version", version);
        return this;
    }

    /** Until it is closed, on this thread, log lines bear the ids, and this is {@link #current}. */
    @SuppressWarnings("MustBeClosedChecker") // closed with what is returned
    public Scope enter() {
        if (this == NONE) {
            return Scope.noop();
        }
        Object traceBefore = MDC.get(TRACE);
        Object spanBefore = MDC.get(SPAN);
        MDC.put(TRACE, span.getSpanContext().getTraceId());
        MDC.put(SPAN, span.getSpanContext().getSpanId());
        Scope scope = Context.current().with(KEY, this).makeCurrent();
        return () -> {
            scope.close();
            restore(TRACE, traceBefore);
            restore(SPAN, spanBefore);
        };
    }

    /**
     * Logs a line by which the report's way is found: INFO where its trace is recorded, otherwise DEBUG.
     *
     * @param format ids and numbers alone go into it, never a word of a reporter or a patient's code
     */
    public void log(Logger log, String format, Object... values) {
        Logger.Level level = span.getSpanContext().isSampled() ? Logger.Level.INFO : Logger.Level.DEBUG;
        if (log.isEnabled(level)) {
            try (Scope here = enter()) {
                log.logf(level, format, values);
            }
        }
    }

    /** It is done; whatever is said of it afterwards is not recorded. */
    @Override
    public void close() {
        span.end();
    }

    private static void restore(String key, @Nullable Object before) {
        if (before == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, before);
        }
    }
}
