package io.dripline.local.training;

import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StartCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the start cache of each service: starts the packaged services beside the local stack's own PostgreSQL and broker, on free ports and
 * data of their own, sends first requests, and ends them, upon which each JVM writes what it has seen. Never fails a build: a service
 * without a cache starts all the same, later.
 */
public final class Train {

    static final List<Part> SERVICES = List.of(Part.INTAKE, Part.CLASSIFICATION, Part.INCIDENCE, Part.REPORTING);

    /** Where, in the directory that it works in, a JVM writes its cache. */
    private static final String WRITTEN = "start.aot";

    /** In which a JVM writes its cache; it takes seconds. */
    private static final int MINUTES_TO_WRITE = 5;

    private Train() {}

    /**
     * Trains.
     *
     * @param arguments the checkout's directory, and one for what is needed meanwhile, which is emptied before
     */
    public static void main(String[] arguments) throws InterruptedException {
        long begin = System.nanoTime();
        Path checkout = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path data = Path.of(arguments[1]).toAbsolutePath().normalize();
        try {
            remove(data);
            for (Part service : SERVICES) {
                StartCache.removeAll(checkout, service);
            }
            new Train().write(checkout, data);
            remove(data);
        } catch (IOException | RuntimeException failed) {
            System.out.printf(
                    "[WARNING] no start caches, so services will start as before: %s; logs are in %s%n",
                    failed.getMessage(), data.resolve("logs"));
            return;
        }
        for (Part service : SERVICES) {
            Path cache = StartCache.of(checkout, service).file();
            System.out.printf(
                    "%s: %d MB%n", checkout.relativize(cache), cache.toFile().length() >> 20);
        }
        System.out.printf("start caches made in %d s%n", (System.nanoTime() - begin) / 1_000_000_000L);
    }

    private void write(Path checkout, Path data) throws IOException, InterruptedException {
        StackConfig config = StackConfig.of(checkout)
                .withData(data)
                .withPorts(Ports.free())
                .withParts(Set.of(
                        Part.POSTGRES, Part.KAFKA, Part.INTAKE, Part.CLASSIFICATION, Part.INCIDENCE, Part.REPORTING))
                // Each works in a directory of its own.
                .withSetting("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + WRITTEN)
                .withoutStartCaches();
        try (TrialIssuer issuer = new TrialIssuer(config.issuer());
                LocalStack stack = new LocalStack(config, Journal.SILENT)) {
            // Ctrl-C in the middle leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            new FirstRequests(config).send();
            endInOrder(stack);
        }
        for (Part service : SERVICES) {
            Path written = config.dataOf(service).resolve(WRITTEN);
            if (!Files.exists(written)) {
                throw new IOException(
                        "%s wrote none; the end of %s says why".formatted(service.id(), config.log(service)));
            }
        }
        for (Part service : SERVICES) {
            Files.move(
                    config.dataOf(service).resolve(WRITTEN),
                    StartCache.of(checkout, service).file(),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The stack gives a service too little time to write. */
    private static void endInOrder(LocalStack stack) {
        CompletableFuture<?>[] ended = SERVICES.stream()
                .map(service -> stack.process(service).orElseThrow())
                .peek(ProcessHandle::destroy)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ended)
                .orTimeout(MINUTES_TO_WRITE, TimeUnit.MINUTES)
                .join();
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            found.sorted(Comparator.reverseOrder()).forEach(Train::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
