package io.dripline.intake.trace;

import io.dripline.trace.Hop;
import io.dripline.trace.Traceparent;
import io.dripline.trace.Traces;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** What is done for a request belongs to its trace; a refusal, which may quote what was sent, is not told to it. */
@TracedReport
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class TraceReports {

    private final Traces traces;
    private final CurrentVertxRequest request;

    TraceReports(Traces traces, CurrentVertxRequest request) {
        this.traces = traces;
        this.request = request;
    }

    @AroundInvoke
    @Nullable
    Object trace(InvocationContext invocation) throws Exception {
        String traceparent = request.getCurrent().request().getHeader(Traceparent.HEADER);
        try (Hop hop = traces.begin("write session", traceparent);
                Scope here = hop.enter()) {
            return invocation.proceed();
        }
    }
}
