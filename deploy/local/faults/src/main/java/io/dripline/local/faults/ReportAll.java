package io.dripline.local.faults;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.local.faults.Acknowledged.Content;
import io.dripline.local.faults.Acknowledged.Session;
import io.dripline.local.faults.ClinicDoor.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's clients who report at a pace until they are told to stop. Each report is posted three times, twice over links that are cut;
 * some are amended or withdrawn. What is not answered is asked again until it is.
 */
final class ReportAll implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final long NANOS = 1_000_000_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private final ClinicDoor door;
    private final Supplier<Report> reports;
    private final int perSecond;
    private final Duration patience;
    private final Acknowledged acknowledged;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong due;
    private final List<Thread> clients = new ArrayList<>();
    private volatile @Nullable RuntimeException failure;

    /**
     * Begins at once.
     *
     * @param perSecond reports, each posted three times
     * @param patience the longest that a report may find nobody who takes it
     */
    ReportAll(ClinicDoor door, Supplier<Report> reports, int perSecond, Duration patience, Acknowledged acknowledged) {
        this.door = door;
        this.reports = reports;
        this.perSecond = perSecond;
        this.patience = patience;
        this.acknowledged = acknowledged;
        this.due = new AtomicLong(System.nanoTime());
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().daemon().name("client-" + i).start(this::run));
        }
    }

    private void run() {
        try {
            while (open.get()) {
                long at = due.getAndAdd(NANOS / perSecond);
                long now = System.nanoTime();
                if (at - now < -NANOS) {
                    // Everything stood still; what was missed is not made up for at once.
                    due.set(now);
                }
                LockSupport.parkNanos(at - now);
                reportThrice(reports.get(), turn.getAndIncrement());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failure = failed;
        } catch (Error failed) {
            failure = new IllegalStateException("a client has ended", failed);
        }
    }

    private void reportThrice(Report report, int number) throws InterruptedException {
        Optional<Answer> first = door.postOverACutLink(report).filter(Answer::isSuccess);
        first.ifPresent(answer -> note(report, answer, true));
        door.postOverACutLink(report)
                .filter(Answer::isSuccess)
                .ifPresent(answer -> note(report, answer, first.isPresent()));
        Answer last = untilTaken(report);
        note(report, last, first.isPresent());
        if (number % 7 == 3) {
            change(report, last, false);
        } else if (number % 11 == 5) {
            change(report, last, true);
        }
    }

    private Answer untilTaken(Report report) throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            Optional<Answer> answer = door.post(report);
            if (answer.isPresent() && answer.get().isSuccess()) {
                return answer.get();
            }
            if (answer.isPresent() && !isOfTheLine(answer.get().status())) {
                throw new IllegalStateException("%s was refused with %d: %s"
                        .formatted(
                                report.reference(),
                                answer.get().status(),
                                answer.get().body()));
            }
            waitAWhile(begin, report.reference(), answer);
        }
    }

    /** Whether it says that intake cannot answer now: it starts, is too busy, or by its clock no token holds. */
    private static boolean isOfTheLine(int status) {
        return status >= 500 || status == 429 || status == 401;
    }

    /** As where a change was done and its answer got lost. */
    private static boolean isOvertaken(int status) {
        return status == 409 || status == 412;
    }

    /** Amends or withdraws; where no answer comes, the session itself tells whether it was done. */
    private void change(Report report, Answer taken, boolean withdraws) throws InterruptedException {
        Report amended = report.amended(List.of("threw up"));
        Content changed = withdraws
                ? new Content(SessionStatus.WITHDRAWN, report.totalMg())
                : new Content(SessionStatus.ACTIVE, amended.totalMg());
        int next = taken.version() + 1;
        long begin = System.nanoTime();
        while (true) {
            Optional<Answer> answer = withdraws
                    ? door.withdraw(taken.session(), taken.version())
                    : door.amend(taken.session(), taken.version(), amended);
            if (answer.isPresent() && answer.get().isSuccess()) {
                acknowledged.note(new Session(door.clinic(), report.reference(), taken.session(), next, changed), true);
                return;
            }
            if (answer.isPresent()
                    && !isOfTheLine(answer.get().status())
                    && !isOvertaken(answer.get().status())) {
                throw new IllegalStateException("a change of %s was refused with %d: %s"
                        .formatted(
                                report.reference(),
                                answer.get().status(),
                                answer.get().body()));
            }
            Optional<Answer> now = door.read(taken.session());
            if (now.isPresent() && now.get().isSuccess() && now.get().version() >= next) {
                return;
            }
            waitAWhile(begin, report.reference(), answer);
        }
    }

    private void note(Report report, Answer answer, boolean atOnce) {
        Content stated = new Content(SessionStatus.ACTIVE, report.totalMg());
        acknowledged.note(
                new Session(door.clinic(), report.reference(), answer.session(), answer.version(), stated), atOnce);
    }

    private void waitAWhile(long begin, String reference, Optional<Answer> last) throws InterruptedException {
        if (System.nanoTime() - begin > patience.toNanos()) {
            throw new IllegalStateException("%s was not taken within %d s; the last answer was %s"
                    .formatted(
                            reference,
                            patience.toSeconds(),
                            last.map(answer -> answer.status() + ": " + answer.body())
                                    .orElse("none")));
        }
        Thread.sleep(PAUSE);
    }

    /**
     * Lets each client finish what it is at, however long that takes.
     *
     * @throws IllegalStateException if a report was refused, or never taken
     */
    @Override
    public void close() throws InterruptedException {
        open.set(false);
        for (Thread client : clients) {
            client.join();
        }
        requireWell();
    }

    /** @throws IllegalStateException if a client has ended because a report was refused, or never taken */
    void requireWell() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }
}
