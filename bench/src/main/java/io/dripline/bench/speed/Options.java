package io.dripline.bench.speed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a run was told. */
final class Options {

    private static final String FAST = "--fast";

    private final Map<Figure, Long> told;
    private final boolean fast;

    private Options(Map<Figure, Long> told, boolean fast) {
        this.told = Map.copyOf(told);
        this.fast = fast;
    }

    /**
     * Reads names, each with a whole number behind it, and {@code --fast}.
     *
     * @param known what this run can be told
     * @throws IllegalArgumentException naming the option that is not understood, and what was expected
     */
    static Options of(List<String> arguments, List<Figure> known) {
        Map<Figure, Long> told = new HashMap<>();
        boolean fast = false;
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (name.equals(FAST)) {
                fast = true;
                continue;
            }
            Figure figure = known.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + ": expected " + FAST + " or one of "
                            + known.stream().map(Figure::name).collect(Collectors.joining(", "))));
            if (++i == arguments.size()) {
                throw new IllegalArgumentException(name + ": expected a whole number behind it");
            }
            told.put(figure, number(figure, arguments.get(i)));
        }
        return new Options(told, fast);
    }

    long get(Figure figure) {
        return Objects.requireNonNullElse(told.get(figure), fast ? figure.fast() : figure.usual());
    }

    int count(Figure figure) {
        return Math.toIntExact(get(figure));
    }

    boolean isFast() {
        return fast;
    }

    private static long number(Figure figure, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= figure.least() && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new IllegalArgumentException("%s: expected a whole number from %d to %d, found %s"
                .formatted(figure.name(), figure.least(), Integer.MAX_VALUE, value));
    }
}
