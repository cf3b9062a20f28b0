package io.dripline.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What a person sees of the work: on a terminal a bar that moves, elsewhere (a file, a pipe) whole lines, one for each tenth.
 */
final class Console implements AutoCloseable {

    private static final int WIDTH = 24;
    private static final String TO_THE_END_ERASED = "\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private int tenth = -1;
    private boolean moving;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Console ofThisProcess() {
        java.io.Console console = System.console();
        boolean terminal = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.out, terminal);
    }

    /** Lines that stay. */
    synchronized void say(String lines) {
        settle();
        out.println(lines);
        out.flush();
    }

    /** Begins something new that will be done bit by bit. */
    synchronized void begin() {
        settle();
        tenth = -1;
    }

    /** How far the work has come; {@code rest} follows the bar. */
    synchronized void progress(String doing, long done, long all, String rest) {
        double share = all == 0 ? 1 : Math.min(1, (double) done / all);
        if (terminal) {
            int filled = (int) (share * WIDTH);
            move("%s [%s%s] %s".formatted(doing, "#".repeat(filled), "-".repeat(WIDTH - filled), rest));
        } else if ((int) (share * 10) > tenth) {
            tenth = (int) (share * 10);
            out.println(String.format(Locale.ROOT, "%s %3.0f %%, %s", doing, 100 * share, rest));
            out.flush();
        }
    }

    /** A line that the next one replaces on a terminal; elsewhere it stays, if it is one of those to keep. */
    synchronized void now(String line, boolean keep) {
        if (terminal) {
            move(line);
        } else if (keep) {
            out.println(line);
            out.flush();
        }
    }

    private void move(String line) {
        out.print("\r" + line + TO_THE_END_ERASED);
        out.flush();
        moving = true;
    }

    /** Leaves the cursor on a line of its own. */
    @Override
    public synchronized void close() {
        settle();
    }

    private void settle() {
        if (moving) {
            out.println();
            moving = false;
        }
    }
}
