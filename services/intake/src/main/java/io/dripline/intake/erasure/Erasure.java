package io.dripline.intake.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * An erasure as it is answered; whose words they were is not in it.
 *
 * @param sessions how many sessions had words or reasons
 */
public record Erasure(UUID id, Ground ground, String who, Instant erasedAt, int sessions) {}
