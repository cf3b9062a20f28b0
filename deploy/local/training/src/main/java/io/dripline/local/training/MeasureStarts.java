package io.dripline.local.training;

import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.ResidentMemory;
import io.dripline.local.stack.RunningPart;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StartCache;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a start takes, with the caches that the build has made and without, in turns on one machine: all four services side by side, as
 * {@code ./dripline up} starts them, then each alone while the others run. PostgreSQL and Kafka are the local stack's, on free ports
 * and data of their own; tokens come from an issuer that is there at once, so that no start waits for Keycloak.
 */
public final class MeasureStarts {

    private static final int ROUNDS = 3;

    private MeasureStarts() {}

    /**
     * One start of one service.
     *
     * @param together seconds until it was ready, all four starting side by side
     * @param alone seconds until it was ready, while the others ran
     * @param processor seconds of a processor that it took until then
     * @param ready megabytes that it held then
     * @param used megabytes that it held after first requests
     */
    private record Start(double together, double alone, double processor, double ready, double used) {}

    /**
     * Measures.
     *
     * @param arguments the checkout's directory; then how many starts of each kind, if not 3
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        StackConfig with = StackConfig.of(checkout)
                .withData(Files.createTempDirectory("dripline-starts"))
                .withPorts(Ports.free())
                .withParts(Set.of(
                        Part.POSTGRES, Part.KAFKA, Part.INTAKE, Part.CLASSIFICATION, Part.INCIDENCE, Part.REPORTING));
        boolean areThere = Train.SERVICES.stream()
                .allMatch(service -> StartCache.of(with.checkout(), service).exists());
        if (!areThere) {
            System.out.println("the build has left no caches, so starts are measured without alone");
        }
        Map<Part, List<Start>> cached = empty();
        Map<Part, List<Start>> plain = empty();
        System.out.printf(
                Locale.ROOT,
                "%d cores, load %.1f, Java %s%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
        try (TrialIssuer issuer = new TrialIssuer(with.issuer())) {
            // The first one fills the databases and the disk's cache, and is not measured.
            measure(with.withoutStartCaches(), empty());
            for (int round = 0; round < rounds; round++) {
                if (areThere) {
                    measure(with, cached);
                }
                measure(with.withoutStartCaches(), plain);
            }
        }
        System.out.printf("medians of %d; least to greatest%n", rounds);
        for (Part service : Train.SERVICES) {
            if (areThere) {
                print(service, "with", of(cached, service));
            }
            print(service, "without", of(plain, service));
        }
    }

    private static Map<Part, List<Start>> empty() {
        Map<Part, List<Start>> starts = new EnumMap<>(Part.class);
        Train.SERVICES.forEach(service -> starts.put(service, new ArrayList<>()));
        return starts;
    }

    private static <V> V of(Map<Part, V> known, Part service) {
        return Objects.requireNonNull(known.get(service), service::id);
    }

    private static void measure(StackConfig config, Map<Part, List<Start>> starts)
            throws IOException, InterruptedException {
        try (LocalStack stack = new LocalStack(config, Journal.SILENT)) {
            // Ctrl-C in the middle leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            Map<Part, Double> together = new EnumMap<>(Part.class);
            Train.SERVICES.forEach(service -> together.put(service, seconds(running(stack, service))));
            Map<Part, Start> alone = new EnumMap<>(Part.class);
            for (Part service : Train.SERVICES) {
                stack.stop(service);
                stack.start(service);
                RunningPart part = running(stack, service);
                double processor =
                        part.process().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
                double ready = megabytes(part);
                if (StartCache.of(config.checkout(), service).isUsedBy(part.process()) != config.startCaches()) {
                    throw new IllegalStateException("%s should have started %s its cache; see %s"
                            .formatted(service.id(), config.startCaches() ? "with" : "without", config.log(service)));
                }
                alone.put(service, new Start(of(together, service), seconds(part), processor, ready, 0));
            }
            new FirstRequests(config).send();
            alone.forEach((service, start) -> of(starts, service)
                    .add(new Start(
                            start.together(),
                            start.alone(),
                            start.processor(),
                            start.ready(),
                            megabytes(running(stack, service)))));
        }
    }

    private static RunningPart running(LocalStack stack, Part service) {
        return stack.running().stream()
                .filter(part -> part.part() == service)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service.id() + " has ended"));
    }

    private static double seconds(RunningPart part) {
        return part.took().toMillis() / 1e3;
    }

    private static double megabytes(RunningPart part) {
        return ResidentMemory.megabytes(part.process()).orElse(0);
    }

    private static void print(Part service, String kind, List<Start> starts) {
        System.out.printf(
                "%-15s %-8s side by side %s s, alone %s s, processor %s s, memory %s MB, after requests %s MB%n",
                service.id(),
                kind,
                spread("%.1f", starts, Start::together),
                spread("%.1f", starts, Start::alone),
                spread("%.1f", starts, Start::processor),
                spread("%.0f", starts, Start::ready),
                spread("%.0f", starts, Start::used));
    }

    private static String spread(String form, List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                Locale.ROOT,
                form + " (" + form + " to " + form + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
