package io.dripline.local.recount;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code ./dripline recount}: whether the streamed counts equal a count from scratch. */
public final class Recount {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final StackConfig config;

    /** A recount of the stack that runs with this configuration. */
    public Recount(StackConfig config) {
        this.config = config;
    }

    /**
     * Prints the comparison and exits with 1 if it disagrees.
     *
     * @param args the checkout's directory; then {@code --wait} and a number of seconds to give the line to come to rest
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            var arguments = List.of(args);
            var config = StackConfig.of(Path.of(arguments.getFirst())).withPorts(Ports.of(System.getenv()));
            var comparison = new Recount(config).within(patience(arguments.subList(1, arguments.size())));
            System.out.println(comparison.text());
            System.exit(comparison.agrees() ? 0 : 1);
        } catch (SQLException unreachable) {
            System.err.println(
                    "dripline: cannot count again (" + unreachable.getMessage() + "); is ./dripline up running?");
            System.exit(1);
        } catch (IllegalArgumentException badArgument) {
            System.err.println("dripline: " + badArgument.getMessage());
            System.exit(1);
        }
    }

    static Duration patience(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Duration.ZERO;
        }
        if (arguments.size() == 2
                && arguments.getFirst().equals("--wait")
                && arguments.getLast().matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(arguments.getLast()));
        }
        throw new IllegalArgumentException(
                "recount takes nothing, or --wait and a number of seconds; got " + String.join(" ", arguments));
    }

    /** Compares once. The databases are read one after another: while reports arrive, the two may differ rightly. */
    public Comparison now() throws SQLException {
        var again = CountAgain.from(Database.of(config, Part.INTAKE), Database.of(config, Part.CLASSIFICATION));
        var reporting = Database.of(config, Part.REPORTING);
        return Comparison.of(
                again,
                StreamedCounts.cells(reporting),
                StreamedCounts.rollUps(reporting),
                StreamedCounts.sums(reporting));
    }

    /** Compares until the two agree or the patience is over; the last comparison. */
    public Comparison within(Duration patience) throws SQLException, InterruptedException {
        var end = Instant.now().plus(patience);
        var comparison = now();
        while (!comparison.agrees() && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
            comparison = now();
        }
        return comparison;
    }
}
