package io.dripline.local.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells a person at a terminal, each line with the seconds since the beginning. */
final class ConsoleJournal implements Journal {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    ConsoleJournal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(Part part) {
        say("starting " + part.title());
    }

    @Override
    public void preparing(Part part) {
        say("preparing " + part.title() + " for its first start; this takes half a minute, once");
    }

    @Override
    public void withoutStartCache(Part part, Path missing) {
        say(part.title()
                + " starts without its cache, which takes longer: the build has left none for these jars and this JVM ("
                + missing
                + ")");
    }

    @Override
    public void ready(Part part, Duration took) {
        say(part.title() + " is ready (" + StatusTable.seconds(took) + ")");
    }

    @Override
    public void stopping(Part part) {
        say("stopping " + part.title());
    }

    @Override
    public void died(Part part, long pid, String logTail) {
        say(part.title() + " (process " + pid
                + ") has ended although nobody stopped it. Press Ctrl-C and run ./dripline up again to have it back. The last lines of its log:"
                + System.lineSeparator() + logTail);
    }

    @Override
    public void endingLeftover(String part, long pid) {
        say("ending " + part + " (process " + pid + "), which an earlier run left behind");
    }

    void say(String sentence) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, sentence));
    }
}
