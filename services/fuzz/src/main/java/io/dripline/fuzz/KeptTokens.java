package io.dripline.fuzz;

import io.dripline.access.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens that are made once for many requests, and again before they expire. */
public final class KeptTokens implements Function<Caller, @Nullable String> {

    private final Function<Caller, @Nullable String> maker;
    private final Duration life;
    private final Map<Caller, Optional<String>> kept = new EnumMap<>(Caller.class);
    private Instant madeAt = Instant.EPOCH;

    /**
     * @param maker makes a caller's; null for who has none
     * @param life after which they are made anew
     */
    public KeptTokens(Function<Caller, @Nullable String> maker, Duration life) {
        this.maker = maker;
        this.life = life;
    }

    @Override
    public synchronized @Nullable String apply(Caller caller) {
        Instant now = Instant.now();
        if (!now.isBefore(madeAt.plus(life))) {
            kept.clear();
            madeAt = now;
        }
        return kept.computeIfAbsent(caller, any -> Optional.ofNullable(maker.apply(any)))
                .orElse(null);
    }
}
