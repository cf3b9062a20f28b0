package io.dripline.local.rebuild;

import io.dripline.contracts.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits until a generation counts everything that intake had committed when the waiting began, by following it down the line. Each end is
 * taken after the step before it was reached, so nothing of it can still be on its way:
 *
 * <ol>
 *   <li>intake's relay has published its ledger up to the end that the ledger had,
 *   <li>classification has processed the reported table up to the end that it then had,
 *   <li>classification's relay has published the coded ledger up to the end that it then had,
 *   <li>incidence has counted the coded table up to the end that it then had,
 *   <li>every transaction that had written to the incidence table by then is decided: readers of committed records see it.
 * </ol>
 *
 * <p>A record that went to the dead letters counts as processed, as it did before the rebuild.
 */
final class AwaitComplete {

    private static final String CLASSIFICATION = "classification";
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ledger reported;
    private final Ledger coded;
    private final KafkaTables tables;
    private final String counting;
    private final Progress progress;
    private long movedAt;
    private double furthest = -1;

    /** Something that becomes true as the line moves on. */
    @FunctionalInterface
    interface Reached {
        boolean yet() throws SQLException, InterruptedException;
    }

    /** @param generation the one that is counted */
    AwaitComplete(Ledger reported, Ledger coded, KafkaTables tables, int generation, Progress progress) {
        this.reported = reported;
        this.coded = coded;
        this.tables = tables;
        this.counting = "dripline-incidence-g" + generation;
        this.progress = progress;
    }

    /** @throws RebuildFailure if nothing moves for five minutes; names what was waited for */
    void await() throws SQLException, InterruptedException {
        long statements = reported.size();
        var ledgerEnd = reported.end();
        if (ledgerEnd.isPresent()) {
            await("intake to publish its ledger", statements, () -> reported.isPublishedTo(ledgerEnd.get()));
        }
        var reportedEnds = tables.ends(Topics.SESSIONS_REPORTED);
        await("classification to code what is new", statements, () -> tables.isReadTo(reportedEnds, CLASSIFICATION));
        var codedEnd = coded.end();
        if (codedEnd.isPresent()) {
            await("classification to publish its ledger", statements, () -> coded.isPublishedTo(codedEnd.get()));
        }
        var codedEnds = tables.ends(Topics.SESSIONS_CODED);
        await("incidence to count", statements, () -> tables.isReadTo(codedEnds, counting));
        var shares = tables.ends(Topics.INCIDENCE);
        await("incidence to commit", statements, () -> tables.isDecidedTo(shares, Topics.INCIDENCE));
    }

    private void await(String what, long statements, Reached reached) throws SQLException, InterruptedException {
        movedAt = System.nanoTime();
        while (!reached.yet()) {
            report(statements);
            if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new RebuildFailure(
                        "waited for %s, and nothing has moved for %d minutes; the logs say why, and ./dripline rebuild goes on from here"
                                .formatted(what, PATIENCE.toMinutes()));
            }
            Thread.sleep(PAUSE);
        }
        report(statements);
    }

    /** Every statement is published, coded, published again and counted. */
    private void report(long statements) throws InterruptedException {
        try {
            long published = KafkaTables.sum(tables.ends(Topics.SESSIONS_REPORTED));
            long read = tables.read(CLASSIFICATION);
            long publishedCoded = KafkaTables.sum(tables.ends(Topics.SESSIONS_CODED));
            long counted = tables.read(counting);
            long sum = published + read + publishedCoded + counted;
            double share = statements == 0 ? 1 : Math.min(1, sum / (4.0 * statements));
            if (sum > furthest) {
                furthest = sum;
                movedAt = System.nanoTime();
            }
            progress.reached(
                    share,
                    String.format(
                            Locale.ROOT,
                            "of %,d statements %,d published, %,d coded, %,d counted",
                            statements,
                            Math.min(published, statements),
                            Math.min(read, statements),
                            Math.min(counted, statements)));
        } catch (RetriableException passing) {
            progress.reached(Math.max(0, Math.min(1, furthest / (4.0 * Math.max(1, statements)))), "Kafka is starting");
        }
    }
}
