package io.dripline.classification.session;

import java.util.UUID;

/** One statement of a session: its id and version, 1 or more. */
record SessionVersion(UUID session, int version) {}
