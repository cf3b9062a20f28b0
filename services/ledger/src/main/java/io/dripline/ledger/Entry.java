package io.dripline.ledger;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, without a word that may name a patient.
 *
 * @param at when
 * @param who a person's user name, a machine's client id, or {@code dripline} itself
 * @param kind what was done
 * @param subject to what
 * @param before what was there, or the version that holds it; null for what is new
 * @param after what is there since, or the version that holds it
 * @param why in the words of who did it; null where none were given, or where they lie with what is named, because they may
 *     name somebody
 * @param place where it stands: sent as {@code after} it brings what lies behind it
 */
@Schema(name = "LedgerEntry", description = "One thing that somebody did, without a word that may name a patient")
public record Entry(
        Instant at,
        String who,
        String kind,
        String subject,
        @Schema(nullable = true) @Nullable String before,
        @Schema(nullable = true) @Nullable String after,
        @Schema(nullable = true) @Nullable String why,

        @Schema(description = "Where it stands; sent as after, it brings what lies behind it")
        String place) {}
