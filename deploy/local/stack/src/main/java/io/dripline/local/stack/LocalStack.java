package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The whole line on this machine. Parts start side by side as far as they do not need one another, and each can be killed and started
 * again by itself. One data directory belongs to one stack at a time.
 */
public final class LocalStack implements PartControl, AutoCloseable {

    private final StackConfig config;
    private final Journal journal;
    private final DataLock lock;
    private final Map<Part, PartServer> servers = new EnumMap<>(Part.class);
    private final Map<Part, RunningPart> running = new ConcurrentHashMap<>();
    private final Map<Part, Map<String, String>> once = new ConcurrentHashMap<>();
    /**
     * Platform threads: a virtual one that waits within a class's initialisation holds its carrier, and two cores have
     * two of those. Two parts that wait for a third would wait for ever.
     */
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("stack-", 0).factory();

    private final ExecutorService starters = Executors.newThreadPerTaskExecutor(THREADS);
    private volatile boolean closing;
    private boolean closed;

    /**
     * Takes hold of the data directory; starts nothing yet.
     *
     * @throws StackFailure if another stack runs on the same data
     */
    public LocalStack(StackConfig config, Journal journal) {
        this.config = config;
        this.journal = journal;
        this.lock = DataLock.take(config);
        var launches = new Launches(config, journal);
        for (Part part : config.parts()) {
            var log = new LogFile(config.log(part));
            servers.put(
                    part,
                    part == Part.POSTGRES
                            ? new PostgresServer(config, log)
                            : new ChildProcess(
                                    part,
                                    log,
                                    () -> launches.of(part)
                                            .with(Objects.requireNonNullElse(once.remove(part), Map.of()))));
        }
    }

    /** The configuration that this stack runs on. */
    public StackConfig config() {
        return config;
    }

    /**
     * Starts every part and returns when all are ready.
     *
     * @throws StackFailure if a part did not start or a port is in use; what had started is stopped again
     */
    public void start() {
        Leftovers.end(config, journal);
        refuseBusyPorts(config.parts());
        noteAWipedKafka();
        var started = new EnumMap<Part, CompletableFuture<Void>>(Part.class);
        for (Part part : Part.values()) {
            if (config.parts().contains(part)) {
                var needed = part.needs().stream().map(started::get).toArray(CompletableFuture<?>[]::new);
                started.put(part, CompletableFuture.allOf(needed).thenRunAsync(() -> bringUp(part), starters));
            }
        }
        try {
            firstFailureOrAll(started.values().stream().toList()).join();
        } catch (CompletionException failed) {
            close();
            throw failed.getCause() instanceof StackFailure sentence
                    ? sentence
                    : new StackFailure("the local stack did not start: " + failed, failed);
        }
    }

    @Override
    public void start(Part part) {
        refuseBusyPorts(Set.of(part));
        bringUp(part);
    }

    /**
     * Starts a part that has ended, this once with more environment variables.
     *
     * @throws StackFailure if it did not start or its port is in use
     */
    public void start(Part part, Map<String, String> environment) {
        once.put(part, environment);
        start(part);
    }

    /** Ends one part at once, as a crash would, and returns when its process is gone. */
    public void kill(Part part) {
        forget(part);
        server(part).kill();
    }

    @Override
    public void stop(Part part) {
        forget(part);
        server(part).stop();
    }

    /** What serves at this moment, in the order of {@link Part}. */
    public List<RunningPart> running() {
        return running.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The process of a part, if it serves. */
    public Optional<ProcessHandle> process(Part part) {
        return Optional.ofNullable(running.get(part)).map(RunningPart::process);
    }

    /** Stops everything in order, services first and PostgreSQL last, and gives the data directory free. */
    @Override
    public void close() {
        closing = true;
        stopEverythingOnce();
    }

    /** A second caller waits until the first is through, or the process would end in the middle. */
    private synchronized void stopEverythingOnce() {
        if (closed) {
            return;
        }
        closed = true;
        starters.shutdownNow();
        try (var stoppers = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (var together : Part.stopOrder()) {
                var stopped = together.stream()
                        .filter(servers::containsKey)
                        .map(part -> CompletableFuture.runAsync(() -> bringDown(part), stoppers))
                        .toArray(CompletableFuture<?>[]::new);
                CompletableFuture.allOf(stopped).join();
            }
        }
        // What was on its way up has seen that the stack is stopping, and ends.
        starters.close();
        lock.close();
    }

    /** Who removes Kafka's data and keeps PostgreSQL's has begun a rebuild, whether it was meant so or not. */
    private void noteAWipedKafka() {
        if (Files.exists(config.dataOf(Part.POSTGRES)) && Files.notExists(config.dataOf(Part.KAFKA))) {
            UnfinishedRebuild.wiping(config);
        }
    }

    private void bringUp(Part part) {
        var server = server(part);
        if (closing) {
            throw new StackFailure(part.title() + " was not started, because the stack is stopping");
        }
        journal.starting(part);
        long begin = System.nanoTime();
        try {
            var process = server.start(launched -> remember(part, launched));
            var took = Duration.ofNanos(System.nanoTime() - begin);
            running.put(part, new RunningPart(part, process, took));
            journal.ready(part, took);
            reportDeathOf(part, process);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while " + part.title() + " was started", interrupted);
        }
    }

    private void bringDown(Part part) {
        if (running.containsKey(part)) {
            journal.stopping(part);
        }
        forget(part);
        server(part).stop();
    }

    private void reportDeathOf(Part part, ProcessHandle process) {
        Thread.ofPlatform().daemon().name("watch-" + part.id()).start(() -> {
            process.onExit().join();
            var known = running.get(part);
            if (!closing && known != null && known.process().equals(process) && running.remove(part, known)) {
                journal.died(part, process.pid(), new LogFile(config.log(part)).tail(8));
            }
        });
    }

    private void forget(Part part) {
        running.remove(part);
        try {
            Files.deleteIfExists(config.pidFile(part));
        } catch (IOException notDeleted) {
            throw new UncheckedIOException(notDeleted);
        }
    }

    private void remember(Part part, ProcessHandle process) {
        writePid(part, process);
        if (closing) {
            server(part).stop();
        }
    }

    private void writePid(Part part, ProcessHandle process) {
        try {
            Files.createDirectories(config.pidFile(part).getParent());
            Files.writeString(config.pidFile(part), process.pid() + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private PartServer server(Part part) {
        var server = servers.get(part);
        if (server == null) {
            throw new IllegalArgumentException(part + " is not a part of this stack; it has " + servers.keySet());
        }
        return server;
    }

    private void refuseBusyPorts(Set<Part> parts) {
        var wanted = new ArrayList<Integer>();
        parts.forEach(part -> wanted.addAll(config.ports().of(part)));
        var named = config.ports().named();
        named.keySet().retainAll(wanted);
        var sentences = BusyPorts.of(named);
        if (!sentences.isEmpty()) {
            throw new StackFailure(String.join(System.lineSeparator(), sentences));
        }
    }

    private static CompletableFuture<Void> firstFailureOrAll(List<CompletableFuture<Void>> futures) {
        var outcome = CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
        futures.forEach(future -> future.exceptionally(failure -> {
            outcome.completeExceptionally(failure);
            return null;
        }));
        return outcome;
    }
}
