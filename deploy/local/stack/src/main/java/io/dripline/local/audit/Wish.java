package io.dripline.local.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ./dripline audit} is to do.
 *
 * @param verifies whether to verify; else heads are printed
 * @param heads files of heads to compare with
 */
record Wish(boolean verifies, List<Path> heads) {

    Wish {
        heads = List.copyOf(heads);
    }

    static Wish of(List<String> arguments) {
        if (arguments.equals(List.of("head"))) {
            return new Wish(false, List.of());
        }
        if (arguments.isEmpty() || !arguments.getFirst().equals("verify")) {
            throw refusal(arguments);
        }
        var heads = new ArrayList<Path>();
        for (int i = 1; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals("--head") || i + 1 == arguments.size()) {
                throw refusal(arguments);
            }
            heads.add(Path.of(arguments.get(i + 1)));
        }
        return new Wish(true, heads);
    }

    private static IllegalArgumentException refusal(List<String> arguments) {
        return new IllegalArgumentException(
                "audit takes head, or verify with any number of --head FILE; got " + String.join(" ", arguments));
    }
}
