package io.dripline.bench.coding;

import com.sun.management.OperatingSystemMXBean;
import io.dripline.coding.CodeWords;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.nearest.Nearest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Words coded in a second and core, words that were seen before and new ones. A second is one of processor time of the whole
 * process, with whatever threads the model, the compiler and the collector run, so that only others' load is out.
 */
final class BenchSpeed {

    private static final int SEEN_ROUNDS = 2000;
    private static final int WARM_UP = 1000;
    private static final int NEW = 3000;
    private static final double NANOS = 1e9;

    private final Vocabulary vocabulary;
    private final NearestTerms nearest;
    private final double threshold;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    BenchSpeed(Vocabulary vocabulary, boolean withModel, double threshold) {
        this.vocabulary = vocabulary;
        this.nearest = withModel ? Nearest.withModel(vocabulary) : Nearest.withoutModel(vocabulary);
        this.threshold = threshold;
    }

    void print(List<Corpus> corpora) {
        List<String> texts = new ArrayList<>();
        corpora.forEach(corpus -> corpus.lines().forEach(line -> texts.add(line.text())));
        CodeWords words = new CodeWords(vocabulary, nearest, threshold);
        texts.forEach(words::code);
        System.out.printf(Locale.ROOT, "%nlines seen before: %,.0f per second and core%n", perSecond(() -> {
            for (int round = 0; round < SEEN_ROUNDS; round++) {
                texts.forEach(words::code);
            }
            return SEEN_ROUNDS * texts.size();
        }));
        List<String> fresh = new ArrayList<>();
        for (String ending : List.of(" since yesterday", " all of last week")) {
            Vocabulary.layPhrases().forEach(phrase -> fresh.add(phrase.text() + ending));
        }
        fresh.subList(NEW, NEW + WARM_UP).forEach(words::code);
        fresh.subList(NEW, NEW + WARM_UP).forEach(nearest::of);
        CodeWords unread = new CodeWords(vocabulary, nearest, threshold);
        System.out.printf(Locale.ROOT, "new phrases: %,.0f per second and core%n", perSecond(() -> {
            fresh.subList(0, NEW).forEach(unread::code);
            return NEW;
        }));
        System.out.printf(
                Locale.ROOT,
                "new phrases for which the nearest terms are asked: %,.0f per second and core%n",
                perSecond(() -> {
                    fresh.subList(0, NEW).forEach(nearest::of);
                    return NEW;
                }));
    }

    /** How many a second of the process's time; beside it what this thread took of it. */
    private double perSecond(IntSupplier work) {
        long wall = System.nanoTime();
        long thread = threads.getCurrentThreadCpuTime();
        long all = process.getProcessCpuTime();
        int done = work.getAsInt();
        double ofAll = (process.getProcessCpuTime() - all) / NANOS;
        double ofThread = (threads.getCurrentThreadCpuTime() - thread) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "  (%,d in %.2f s, of processor time %.2f s, of it in the calling thread %.2f s)%n",
                done,
                (System.nanoTime() - wall) / NANOS,
                ofAll,
                ofThread);
        return done / ofAll;
    }
}
