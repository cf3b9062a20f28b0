package io.dripline.contracts.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the life of an alert: what it became, when, by whom, and why where a reason was asked for. */
public record AlertStep(
        AlertState state, Instant at, String by, @Nullable String reason) {}
