package io.dripline.intake.request;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Names the parameters that a door does not have, rather than answering as if they had been heeded. A door that has some
 * takes the {@link UriInfo} and lets its {@link Parameters} name the unknown ones, together with all else that is wrong.
 */
class RefuseUnknownParameters {

    @ServerRequestFilter
    void refuse(SimpleResourceInfo door, UriInfo uri) {
        if (!Arrays.asList(door.parameterTypes()).contains(UriInfo.class)) {
            Parameters.of(uri).refuseIfWrong();
        }
    }
}
