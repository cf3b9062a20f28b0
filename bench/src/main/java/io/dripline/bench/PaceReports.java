package io.dripline.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Reports that come in at an even pace from another clinic while something is measured: one in five has an event. */
final class PaceReports implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final long NANOS = 1_000_000_000;

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicLong acknowledged = new AtomicLong();
    private final List<Thread> clients = new ArrayList<>();
    private final long begin = System.nanoTime();

    PaceReports(int perSecond) throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            var system = new RunningSystem("clinic-south");
            long due = begin + i * NANOS / perSecond;
            clients.add(Thread.ofPlatform().daemon().name("pace-" + i).start(() -> report(system, due, perSecond)));
        }
    }

    private void report(RunningSystem system, long first, int perSecond) {
        String run = UUID.randomUUID().toString();
        String day = LocalDate.now().minusDays(1).toString();
        try {
            for (long i = 0; open.get(); i++) {
                LockSupport.parkNanos(first + i * CLIENTS * NANOS / perSecond - System.nanoTime());
                String events = i % 5 == 0 ? "{\"verbatim\": \"a bit dizzy\"}" : "";
                system.report("""
                        {"reference": "paced-%s-%d", "patient": "pace-%s-%d", "previouslyTreated": "NO",
                         "startedAt": "%sT09:00:00+11:00", "route": "INTRAVENOUS", "ascertainment": "CHECKLIST",
                         "adverseEvents": [%s]}
                        """.formatted(run, i, run, i, day, events));
                acknowledged.incrementAndGet();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a client that keeps the pace failed", e);
        }
    }

    /** Reports acknowledged per second so far. */
    double reached() {
        return acknowledged.get() / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() {
        open.set(false);
    }
}
