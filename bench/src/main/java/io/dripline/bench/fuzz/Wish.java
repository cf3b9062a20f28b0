package io.dripline.bench.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run.
 *
 * @param seed of the requests, or of the parsers' inputs
 * @param from the first request; null: behind the last one of that seed
 * @param count requests to each service, or runs of each target
 * @param only the one service or target that is meant; null: all
 * @param replays whether one request is to be shown with its answer, rather than many sent
 */
record Wish(
        long seed,
        @Nullable Long from,
        long count,
        @Nullable String only,
        boolean replays) {

    /** @throws IllegalArgumentException naming what is not understood */
    static Wish of(List<String> arguments, long usualCount) {
        long seed = 1;
        Long from = null;
        long count = usualCount;
        String only = null;
        boolean replays = false;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + ": expected a value behind it");
            }
            String value = arguments.get(i + 1);
            switch (name) {
                case "--seed" -> seed = number(name, value);
                case "--from" -> from = number(name, value);
                case "--count" -> count = number(name, value);
                case "--only" -> only = value;
                case "--replay" -> {
                    from = number(name, value);
                    replays = true;
                }
                default ->
                    throw new IllegalArgumentException(name + ": expected --seed, --from, --count, --only or --replay");
            }
        }
        if (replays && only == null) {
            throw new IllegalArgumentException("--replay: expected --only with a service beside it");
        }
        return new Wish(seed, from, count, only, replays);
    }

    boolean means(String name) {
        return only == null || only.equals(name);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": expected a whole number, found " + value, e);
        }
    }
}
