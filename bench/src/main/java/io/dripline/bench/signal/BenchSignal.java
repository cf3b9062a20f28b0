package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The operating characteristics of what raises alerts, beside its alternatives; writes the page that holds them, and its plots. */
final class BenchSignal {

    static final long SEED = 20261129;
    static final double P0 = 0.08;
    static final double ALPHA = 0.05;

    private static final int PER_WEEK = 20;

    private static final String USAGE = """
            usage: ./dripline bench signal [--fast] [--seed N] [--to DIRECTORY]
              --fast   a smaller grid with fewer series, written to .dripline/signal
              --seed   of the simulations; %d unless given
              --to     where signal.md and its plots go; docs/validation unless given
            """.formatted(SEED);

    private final long seed;
    private final boolean fast;
    private final Path to;
    private final Map<String, Object> sections = new LinkedHashMap<>();

    private BenchSignal(long seed, boolean fast, Path to) {
        this.seed = seed;
        this.fast = fast;
        this.to = to;
    }

    /** Arguments: the checkout's directory, then see {@link #USAGE}. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        long seed = SEED;
        boolean fast = false;
        Path to = null;
        for (int i = 1; i < arguments.length; i++) {
            String option = arguments[i];
            if (!option.equals("--fast") && i + 1 == arguments.length) {
                throw new IllegalArgumentException(option + ": no such option, or its value is missing\n" + USAGE);
            }
            switch (option) {
                case "--fast" -> fast = true;
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--to" -> to = Path.of(arguments[++i]);
                default -> throw new IllegalArgumentException(option + ": no such option\n" + USAGE);
            }
        }
        Path standard = fast ? root.resolve(".dripline/signal") : root.resolve("docs/validation");
        new BenchSignal(seed, fast, to == null ? standard : to).run();
    }

    private void run() throws IOException {
        String environment = Environment.describe() + ", seed " + seed;
        System.out.println(environment);
        long start = System.nanoTime();
        Files.createDirectories(to);
        Scenario scenario = new Scenario(P0, ALPHA, PER_WEEK, fast ? 1_000 : 5_000, fast ? 2_000 : 20_000, seed);
        Scenario thousand = scenario.over(1_000).with(fast ? 2_000 : 10_000);
        Grid grid = grid();
        BrokenPromise broken = new BrokenPromise(thousand);
        RisingRate rising = new RisingRate(scenario.with(fast ? 500 : 4_000));

        tell("reach", reach(scenario));
        tell("grid", grid.tables());
        tell("priors", Priors.table(P0) + (fast ? "" : "\n" + Priors.table(0.01) + "\n" + Priors.table(0.15)));
        tell("closeness", Priors.closeness());
        tell("smallest", SmallestToAlert.table());
        tell("weights", Weights.table(scenario.with(fast ? 500 : 4_000)));
        tell("rising", rising.table());
        tell("clusters", broken.clusters());
        tell("late", broken.late());
        tell("incomplete", broken.incomplete());
        tell("amended", broken.amended());
        tell("judging", new JudgingSpeed(seed).table());
        sections.put("environment", environment);

        write("signal-looks.svg", Looks.plot(P0, ALPHA).svg());
        write("signal-excess.svg", Priors.plot(P0).svg());
        write("signal-rise.svg", rising.plot().svg());
        write("signal-breaks.svg", broken.plot().svg());
        write("signal.md", page());
        System.out.printf("%nwritten to %s in %,d s%n", to, (System.nanoTime() - start) / 1_000_000_000);
    }

    private Grid grid() {
        return fast
                ? new Grid(List.of(P0), List.of(ALPHA), List.of(500, 1_000), PER_WEEK, 1_000, seed)
                : new Grid(
                        List.of(0.01, P0, 0.3),
                        List.of(ALPHA, 0.002),
                        List.of(500, 1_000, 5_000),
                        PER_WEEK,
                        4_000,
                        seed);
    }

    private static Table reach(Scenario scenario) {
        EvidenceTable table = new EvidenceTable(new EProcess(P0, BetaPrior.ofMonitor(P0)), 5_000);
        return Reach.of(new Mixture(table, MixtureWeights.MONITOR), scenario).table(scenario.horizon());
    }

    /** The page with every {@code {{section}}} filled in. */
    private String page() throws IOException {
        try (InputStream in = Objects.requireNonNull(BenchSignal.class.getResourceAsStream("signal.md"))) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Object> section : sections.entrySet()) {
                page = page.replace(
                        "{{" + section.getKey() + "}}",
                        section.getValue().toString().strip());
            }
            return page;
        }
    }

    private void tell(String section, Object tables) {
        sections.put(section, tables);
        System.out.printf("%n%s%n%n%s", section, tables);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(to.resolve(file), text);
    }
}
