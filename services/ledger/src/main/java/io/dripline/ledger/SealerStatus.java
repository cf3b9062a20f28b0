package io.dripline.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sealing is at, for health and metrics.
 *
 * @param active whether this instance seals; a standby does not
 * @param sealed rows that this instance has sealed since it started
 * @param position of the last seal that this instance knows of, 0 if it knows of none
 * @param changeable tables of the ledger whose rows the service's own role may change or delete, which it should not
 * @param failure why the last attempt failed, null while all is well
 */
public record SealerStatus(
        boolean active,
        long sealed,
        long position,
        List<String> changeable,
        @Nullable String failure) {

    public SealerStatus {
        changeable = List.copyOf(changeable);
    }

    SealerStatus standingBy() {
        return new SealerStatus(false, sealed, position, changeable, null);
    }

    SealerStatus stopped(@Nullable String why) {
        return new SealerStatus(false, sealed, position, changeable, why);
    }
}
