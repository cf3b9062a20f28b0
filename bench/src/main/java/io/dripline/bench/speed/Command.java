package io.dripline.bench.speed;

import io.dripline.bench.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One measurement as it is called.
 *
 * @param name behind {@code ./dripline bench}
 * @param what it measures, in a sentence
 * @param figures that it can be told
 */
record Command(String name, String what, List<Figure> figures) {

    /** What is done once the options are read. */
    @FunctionalInterface
    interface Work {
        void on(Path checkout, Options options) throws Exception;
    }

    /**
     * Reads the options and measures. Ends the process with 2 and a sentence if an option is not understood, with 1 if
     * the line does not run or something else than was asked for happened.
     *
     * @param arguments the checkout's directory, then options
     */
    void run(String[] arguments, Work work) throws InterruptedException {
        List<String> wishes = Arrays.asList(arguments).subList(1, arguments.length);
        if (wishes.contains("--help")) {
            System.out.print(help());
            return;
        }
        Options options;
        try {
            options = Options.of(wishes, figures);
        } catch (IllegalArgumentException refused) {
            System.err.println("dripline: " + refused.getMessage());
            System.err.print(help());
            System.exit(2);
            return;
        }
        try {
            Machine.print();
            work.on(Path.of(arguments[0]), options);
            System.out.println("afterwards " + Machine.describe());
            if (options.isFast()) {
                System.out.println("a short run (--fast): it shows that this works, not how fast it is");
            }
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (IOException | SQLException unreachable) {
            System.err.println("dripline: bench " + name + " lost the line (" + unreachable
                    + "); does ./dripline up run with the same DRIPLINE_PORT_OFFSET?");
            System.exit(1);
        } catch (Exception failed) {
            System.err.println("dripline: bench " + name + ": " + failed.getMessage());
            System.exit(1);
        }
    }

    String help() {
        StringBuilder help = new StringBuilder("usage: ./dripline bench %s [--fast]".formatted(name));
        figures.forEach(figure -> help.append(" [%s N]".formatted(figure.name())));
        help.append("%n%n  %s%n%n".formatted(what));
        figures.forEach(figure -> help.append(String.format(
                Locale.ROOT,
                "  %-12s %s (%d unless stated, %d with --fast)%n",
                figure.name(),
                figure.meaning(),
                figure.usual(),
                figure.fast())));
        return help.toString();
    }
}
