package io.dripline.classification.problem;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Names the parameters of a door that has none, rather than answering as if they had been heeded. A door that has some
 * takes the {@link UriInfo} and names the wrong ones itself.
 */
class RefuseUnknownParameters {

    @ServerRequestFilter
    void refuse(SimpleResourceInfo door, UriInfo uri) {
        if (!Arrays.asList(door.parameterTypes()).contains(UriInfo.class)) {
            new Parameters(uri).refuseIfWrong();
        }
    }
}
