package io.dripline.reporting.incidence;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Fired within the transaction that applies a batch.
 *
 * @param handle the transaction
 * @param clinics every clinic of the batch's active generation, in the order in which it came
 */
public record ClinicsSeen(Handle handle, List<String> clinics) {

    public ClinicsSeen {
        clinics = List.copyOf(clinics);
    }
}
