package io.dripline.local.rebuild;

import java.io.PrintStream;
import java.util.Locale;

/** A bar where it can be drawn over again; elsewhere a line for every tenth. */
public final class ConsoleProgress implements Progress {

    private static final int WIDTH = 30;
    private static final String OVER_THE_LINE_BEFORE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private boolean drawn;
    private int tenths = -1;

    /**
     * From now on.
     *
     * @param terminal whether a line can be drawn over
     */
    public ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void say(String sentence) {
        if (drawn) {
            out.println();
            drawn = false;
        }
        out.println(stamped(sentence));
    }

    @Override
    public void reached(double share, String figures) {
        var line = "%3d %%  %s".formatted((int) (100 * share), figures);
        if (terminal) {
            int filled = (int) (WIDTH * share);
            out.print(OVER_THE_LINE_BEFORE
                    + stamped("[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + line));
            out.flush();
            drawn = true;
        } else if ((int) (10 * share) > tenths) {
            tenths = (int) (10 * share);
            out.println(stamped(line));
        }
    }

    private String stamped(String text) {
        return String.format(Locale.ROOT, "[%6.1f s] %s", (System.nanoTime() - begin) / 1e9, text);
    }
}
