package io.dripline.local.audit;

import io.dripline.ledger.Ledger;
import io.dripline.ledger.LedgerKey;
import io.dripline.ledger.Ledgers;
import io.dripline.ledger.StoredHead;
import io.dripline.ledger.Verified;
import io.dripline.ledger.VerifyLedger;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** {@code ./dripline audit}: whether the databases hold what was sealed, and the heads of their chains. */
public final class Audit {

    private static final int PRINTED = 1000;

    private final StackConfig config;
    private final Map<String, String> environment;
    private final PrintStream out;

    /**
     * An audit of the databases of this stack.
     *
     * @param environment may give {@code DRIPLINE_LEDGER_KEY}, {@code DRIPLINE_LEDGER_LATER_KEYS} and {@code INTAKE_DATABASE_PASSWORD} and so on, where they are not
     *     those of a local stack
     */
    public Audit(StackConfig config, Map<String, String> environment, PrintStream out) {
        this.config = config;
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    /**
     * Prints what it finds, and exits with 0 where all is whole, 1 where something is not, 2 where it could not look.
     *
     * @param args the checkout's directory; then {@code verify}, with any number of {@code --head FILE}, or {@code head}
     */
    public static void main(String[] args) {
        try {
            var arguments = List.of(args);
            var wish = Wish.of(arguments.subList(1, arguments.size()));
            var config = StackConfig.of(Path.of(arguments.getFirst())).withPorts(Ports.of(System.getenv()));
            var audit = new Audit(config, System.getenv(), System.out);
            if (!wish.verifies()) {
                audit.printHeads();
                System.exit(0);
            }
            System.exit(audit.verify(wish.heads()) ? 0 : 1);
        } catch (SQLException unreachable) {
            System.err.println("dripline: cannot look (" + unreachable.getMessage() + "); is ./dripline up running?");
            System.exit(2);
        } catch (IOException | UncheckedIOException | IllegalArgumentException cannot) {
            System.err.println("dripline: " + cannot.getMessage());
            System.exit(2);
        }
    }

    /** Prints the end of each chain as a line to be kept. */
    public void printHeads() throws SQLException {
        for (var ledger : Ledgers.ALL) {
            try (var connection = connect(ledger)) {
                StoredHead.of(keys().getLast(), ledger, connection).ifPresent(head -> out.println(head.line()));
            }
        }
    }

    /**
     * Verifies every chain, and compares it with the heads in these files and in those that the services keep here.
     *
     * @return whether all is whole
     */
    public boolean verify(List<Path> heads) throws SQLException, IOException {
        boolean whole = true;
        for (var ledger : Ledgers.ALL) {
            whole &= verify(ledger, heads);
        }
        return whole;
    }

    private boolean verify(Ledger ledger, List<Path> heads) throws SQLException, IOException {
        var files = new ArrayList<>(heads);
        var own = config.ledgerHeads(part(ledger));
        if (Files.exists(own)) {
            files.add(own);
        }
        var printed = new AtomicLong();
        try (var connection = connect(ledger);
                var kept = new KeptHeads(files)) {
            var verified = new VerifyLedger(keys(), ledger, finding -> {
                        if (printed.getAndIncrement() < PRINTED) {
                            out.println(finding.line());
                        }
                    })
                    .verify(connection, kept);
            if (printed.get() > PRINTED) {
                out.printf("%s: and %d more%n", ledger.name(), printed.get() - PRINTED);
            }
            out.println(sentence(ledger, verified));
            return verified.isWhole();
        }
    }

    private static String sentence(Ledger ledger, Verified verified) {
        var sentence = new StringBuilder("%s: %,d seals; ".formatted(ledger.name(), verified.sealed()));
        sentence.append(
                verified.isWhole()
                        ? "every row is what was sealed"
                        : "%,d things are not what was sealed".formatted(verified.findings()));
        if (verified.unsealed().isEmpty()) {
            sentence.append("; no row awaits its seal");
        } else {
            sentence.append("; not sealed yet, so not looked at: ").append(new TreeMap<>(verified.unsealed()));
        }
        sentence.append(
                verified.heads() > 0
                        ? "; heads compared: %,d".formatted(verified.heads())
                        : "; no head was kept, so a tail that was cut off with its seals would not be noticed");
        return sentence.toString();
    }

    /** Oldest first. */
    private List<LedgerKey> keys() {
        var later = Stream.of(environment
                        .getOrDefault("DRIPLINE_LEDGER_LATER_KEYS", "")
                        .split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        return LedgerKey.all(environment.getOrDefault("DRIPLINE_LEDGER_KEY", StackConfig.LEDGER_KEY), later);
    }

    private Connection connect(Ledger ledger) throws SQLException {
        var part = part(ledger);
        var password = environment.getOrDefault(
                ledger.name().toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD", "local-" + part.id());
        return DriverManager.getConnection(config.jdbcUrl(part), part.id(), password);
    }

    private static Part part(Ledger ledger) {
        return Part.valueOf(ledger.name().toUpperCase(Locale.ROOT));
    }
}
