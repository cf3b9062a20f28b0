package io.dripline.reporting.alert;

import io.dripline.contracts.alert.Promise;
import java.util.List;

/** Whether the false-alarm promise stands, and why not where it does not; plain sentences. */
public record Promised(Promise promise, List<String> remarks) {

    public Promised {
        remarks = List.copyOf(remarks);
    }
}
