package io.dripline.local.rebuild;

import io.dripline.local.recount.Database;
import io.dripline.local.stack.CountedGeneration;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.PartControl;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.RunningStack;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StackFailure;
import io.dripline.local.stack.UnfinishedRebuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.KafkaException;

/**
 * {@code ./dripline rebuild}: wipes Kafka and what incidence has counted, has the ledgers published again and everything counted anew as
 * the next generation, and lets reporting change over when that is complete. Intake and reporting run on: reports are taken, and the
 * generation before is shown. Alerts, monitors, codings and rulings stay as they are.
 *
 * <p>Ended in the middle it leaves a note: called again it goes on, or wipes once more if the wipe was not through.
 */
public final class Rebuild {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackConfig config;
    private final PartControl parts;
    private final Progress progress;

    /** A rebuild of the stack that runs with this configuration. */
    public Rebuild(StackConfig config, PartControl parts, Progress progress) {
        this.config = config;
        this.parts = parts;
        this.progress = progress;
    }

    /**
     * Rebuilds what {@code ./dripline up} runs.
     *
     * @param args the checkout's directory
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            var config = StackConfig.of(Path.of(args[0])).withPorts(Ports.of(System.getenv()));
            var stack = new RunningStack(config);
            if (!stack.isRunning()) {
                throw new RebuildFailure("rebuild works on a running line; start it with ./dripline up");
            }
            new Rebuild(config, stack, new ConsoleProgress(System.out, System.console() != null)).run();
        } catch (SQLException unreachable) {
            System.err.println("dripline: cannot reach the databases (" + unreachable.getMessage()
                    + "); does ./dripline up run with the same DRIPLINE_PORT_OFFSET?");
            System.exit(1);
        } catch (RebuildFailure | StackFailure | KafkaException | IllegalArgumentException failed) {
            System.err.println("dripline: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns when the new generation is shown and every alert is back in its topic.
     *
     * @throws StackFailure if a part does not start
     * @throws RebuildFailure if the line stands still, or another rebuild is under way
     */
    public void run() throws SQLException, InterruptedException {
        try (var _ = OneAtATime.take(config);
                var reported = Ledger.ofReportedSessions(config);
                var coded = Ledger.ofCodedSessions(config);
                var clinicWeeks = Ledger.ofClinicWeeks(config);
                var alerts = Ledger.ofAlerts(config);
                var shown = new ShownGeneration(Database.of(config, Part.REPORTING))) {
            var begun = begun(shown);
            int generation;
            if (begun.isPresent()) {
                generation = begun.getAsInt();
                progress.say("going on with the rebuild of generation " + generation + " that was interrupted");
            } else {
                generation = wipe(shown, reported, coded, clinicWeeks, alerts);
            }
            try (var tables = new KafkaTables(config.address(Part.KAFKA))) {
                new AwaitComplete(reported, coded, tables, generation, progress).await();
                requireSameCluster(tables);
                shown.complete(generation);
                progress.say("generation " + generation + " is counted; reporting changes over");
                awaitThat("reporting to show generation " + generation, () -> shown.shown() == generation);
                awaitPublished("intake to publish what clinics performed and posted", clinicWeeks);
                awaitPublished("reporting to publish its alerts", alerts);
            }
            UnfinishedRebuild.finished(config);
            progress.say("generation " + generation + " is shown");
        }
    }

    /** The generation that an earlier call left to be filled, if Kafka is still the one that it made. */
    private OptionalInt begun(ShownGeneration shown) throws SQLException, InterruptedException {
        var cluster = UnfinishedRebuild.cluster(config);
        int generation = CountedGeneration.read(config);
        if (cluster.isEmpty() || shown.latest() != generation) {
            return OptionalInt.empty();
        }
        try (var tables = new KafkaTables(config.address(Part.KAFKA))) {
            return tables.clusterId().equals(cluster.get()) ? OptionalInt.of(generation) : OptionalInt.empty();
        } catch (KafkaException doesNotAnswer) {
            return OptionalInt.empty();
        }
    }

    /** The order matters: what was published or counted before must be gone before anything is published again. */
    private int wipe(ShownGeneration shown, Ledger... ledgers) throws SQLException, InterruptedException {
        int generation = Math.max(shown.latest(), CountedGeneration.read(config)) + 1;
        progress.say("generation %d will be counted, generation %d stays on show".formatted(generation, shown.shown()));
        UnfinishedRebuild.wiping(config);
        shown.announce(generation);
        progress.say("wiping Kafka and what was counted");
        parts.stop(Part.CLASSIFICATION);
        parts.stop(Part.INCIDENCE);
        parts.stop(Part.KAFKA);
        delete(config.dataOf(Part.KAFKA));
        delete(config.dataOf(Part.INCIDENCE));
        progress.say("starting Kafka, incidence and classification again");
        CountedGeneration.write(config, generation);
        parts.start(Part.KAFKA);
        String cluster;
        try (var tables = new KafkaTables(config.address(Part.KAFKA))) {
            tables.create();
            cluster = tables.clusterId();
        }
        for (var ledger : ledgers) {
            ledger.publishAgain();
        }
        parts.start(Part.INCIDENCE);
        parts.start(Part.CLASSIFICATION);
        UnfinishedRebuild.filling(config, cluster);
        return generation;
    }

    /** Kafka that was wiped behind our back would look as if it had nothing left to count. */
    private void requireSameCluster(KafkaTables tables) throws InterruptedException {
        if (!UnfinishedRebuild.cluster(config).equals(Optional.of(tables.clusterId()))) {
            throw new RebuildFailure(
                    "Kafka was wiped again while it was being filled; run ./dripline rebuild once more");
        }
    }

    private static void awaitPublished(String what, Ledger ledger) throws SQLException, InterruptedException {
        var last = ledger.end();
        if (last.isPresent()) {
            awaitThat(what, () -> ledger.isPublishedTo(last.get()));
        }
    }

    private static void awaitThat(String what, AwaitComplete.Reached reached)
            throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (!reached.yet()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new RebuildFailure(
                        "waited %d minutes for %s; its log says why, and ./dripline rebuild goes on from here"
                                .formatted(PATIENCE.toMinutes(), what));
            }
            Thread.sleep(PAUSE);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException notDeleted) {
            throw new UncheckedIOException("cannot remove " + directory, notDeleted);
        }
    }
}
