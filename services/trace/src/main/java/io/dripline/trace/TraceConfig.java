package io.dripline.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Which reports are traced, and who is told. */
@ConfigMapping(prefix = "dripline.trace")
public interface TraceConfig {

    /** Where spans are sent: the traces of an OTLP receiver over HTTP, such as {@code http://tempo:4318/v1/traces}. Empty: nowhere. */
    Optional<URI> endpoint();

    /** Of reports that come without a traceparent, the part that is traced, from 0 to 1; a traceparent says so itself. */
    @WithDefault("0.1")
    double ratio();
}
