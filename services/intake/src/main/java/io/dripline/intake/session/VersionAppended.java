package io.dripline.intake.session;

import io.dripline.trace.Hop;
import java.util.List;
import java.util.UUID;

/**
 * Versions were written; observers that want them committed observe {@code AFTER_SUCCESS}.
 *
 * @param versions which
 */
public record VersionAppended(List<Version> versions) {

    /**
     * One of them.
     *
     * @param hop what wrote it, of its report's trace
     */
    public record Version(UUID session, int version, Hop hop) {}

    public VersionAppended {
        versions = List.copyOf(versions);
    }
}
