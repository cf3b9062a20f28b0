package io.dripline.reporting.caller;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Names the parameters that a door of the API does not have, rather than answering as if they had been heeded. A door
 * that has some takes the {@link UriInfo} and names the wrong ones itself, together with all else that is wrong.
 */
class RefuseUnknownParameters {

    @ServerRequestFilter
    void refuse(SimpleResourceInfo door, UriInfo uri) {
        boolean readsItself = Arrays.asList(door.parameterTypes()).contains(UriInfo.class);
        if (!readsItself && uri.getPath().startsWith("/api/")) {
            Violations violations = new Violations();
            violations.refuseUnknown(uri.getQueryParameters(), Set.of());
            violations.refuseIfAny();
        }
    }
}
