package io.dripline.local.faults;

import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Does a fault to a running stack and mends it, as an operator or a supervisor would.
 *
 * @param suspended how long a process stands still before it wakes up
 * @param away how long a broker or database is away that is not started again at once
 */
record Inflict(LocalStack stack, Duration suspended, Duration away) {

    /** @return the moment from which recovery is measured: of a kill the kill, of what was away its start */
    long inflict(Fault fault, SplittableRandom random) throws InterruptedException {
        StackConfig config = stack.config();
        Part part = fault.part();
        return switch (fault) {
            case KILL_INTAKE, KILL_CLASSIFICATION, KILL_INCIDENCE, KILL_REPORTING, KILL_POSTGRES, KILL_KAFKA -> {
                stack.kill(part);
                long from = System.nanoTime();
                stack.start(part);
                yield from;
            }
            case SUSPEND_INTAKE, SUSPEND_CLASSIFICATION, SUSPEND_INCIDENCE, SUSPEND_REPORTING -> {
                signal(part, "STOP");
                Thread.sleep(suspended);
                signal(part, "CONT");
                yield System.nanoTime();
            }
            case KAFKA_AWAY, POSTGRES_AWAY -> {
                stack.stop(part);
                Thread.sleep(away);
                long from = System.nanoTime();
                stack.start(part);
                yield from;
            }
            case WIPE_STATE -> {
                stack.kill(part);
                wipe(config.dataOf(part));
                long from = System.nanoTime();
                stack.start(part);
                yield from;
            }
            case FULL_DISK -> {
                stack.kill(part);
                wipe(config.dataOf(part));
                long from;
                try (var disk = SmallDisk.at(config.dataOf(part))) {
                    stack.start(part);
                    disk.fill();
                    Thread.sleep(away);
                    stack.kill(part);
                    from = System.nanoTime();
                }
                stack.start(part);
                yield from;
            }
            case CLOCK_AHEAD_CLASSIFICATION, CLOCK_AHEAD_INCIDENCE, CLOCK_BEHIND_INTAKE, CLOCK_BEHIND_REPORTING -> {
                boolean isAhead = fault == Fault.CLOCK_AHEAD_CLASSIFICATION || fault == Fault.CLOCK_AHEAD_INCIDENCE;
                stack.kill(part);
                stack.start(part, OtherClock.anHour(isAhead));
                Thread.sleep(away);
                stack.kill(part);
                long from = System.nanoTime();
                stack.start(part);
                yield from;
            }
            case REPEAT_RECORDS -> {
                new RepeatRecords(config.address(Part.KAFKA), random).repeat();
                yield System.nanoTime();
            }
            case POISON -> {
                new PoisonTopics(config.address(Part.KAFKA), random).poison();
                yield System.nanoTime();
            }
        };
    }

    /** Whether this machine has what it takes; where not, the sentence that says so. */
    static Optional<String> hindrance(Fault fault) {
        return switch (fault) {
            case FULL_DISK -> SmallDisk.hindrance();
            case CLOCK_AHEAD_CLASSIFICATION, CLOCK_AHEAD_INCIDENCE, CLOCK_BEHIND_INTAKE, CLOCK_BEHIND_REPORTING ->
                OtherClock.hindrance();
            default -> Optional.empty();
        };
    }

    private void signal(Part part, String signal) throws InterruptedException {
        long pid = stack.process(part).orElseThrow().pid();
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -%s %d ended with %d".formatted(signal, pid, code));
            }
        } catch (IOException noKill) {
            throw new UncheckedIOException(noKill);
        }
    }

    /** Leaves the directory itself. */
    private static void wipe(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException notWiped) {
            throw new UncheckedIOException(notWiped);
        }
    }
}
