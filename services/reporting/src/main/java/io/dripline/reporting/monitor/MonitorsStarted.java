package io.dripline.reporting.monitor;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Fired within the transaction in which monitors that waited for a null start to judge.
 *
 * @param handle the transaction
 * @param monitors their ids
 */
public record MonitorsStarted(Handle handle, List<String> monitors) {

    public MonitorsStarted {
        monitors = List.copyOf(monitors);
    }
}
