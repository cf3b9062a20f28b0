package io.dripline.intake.session;

/** A version was written; observers that want it committed observe {@code AFTER_SUCCESS}. */
public record VersionAppended() {}
