package io.dripline.bench.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs one of the fuzzers for as long as is wished. */
final class BenchFuzz {

    private static final String HELP = """
            usage: ./dripline bench fuzz requests|parsers [--seed S] [--count N] [--from N] [--only NAME]

              requests  send requests that are made from docs/openapi (valid, nearly valid, hostile) to the running line, as each caller:
                        --count to each of intake, classification and reporting (100000 unless stated), from --from on, or else behind the
                        last one of that seed (1 unless stated). --only intake --replay N --seed S shows one request and its answer.
                        Officers are made to decide things by it: run it on data to be thrown away.
              parsers   run each parser of outside input by coverage, --count times (1000000 unless stated); --only a part of its name

            What was done adds up in .dripline/fuzz: how many, what was answered, what was found, how much memory was held.
            """;

    private BenchFuzz() {}

    /** Arguments: the checkout, then what {@link #HELP} says. Ends with 1 if anything was found. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        List<String> wishes = Arrays.asList(arguments).subList(1, arguments.length);
        String what = wishes.isEmpty() ? "help" : wishes.getFirst();
        try {
            switch (what) {
                case "requests" -> end(new FuzzRequests(root).run(Wish.of(rest(wishes), 100_000)));
                case "parsers" -> end(new FuzzParsers(root).run(Wish.of(rest(wishes), 1_000_000)));
                default -> System.out.print(HELP);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("dripline: " + e.getMessage());
            System.err.print(HELP);
            System.exit(2);
        }
    }

    private static List<String> rest(List<String> wishes) {
        return wishes.subList(1, wishes.size());
    }

    private static void end(boolean isClean) {
        System.exit(isClean ? 0 : 1);
    }
}
