package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.recount.Comparison;
import io.dripline.local.recount.Recount;
import io.dripline.local.stack.Journal;
import io.dripline.local.stack.LocalStack;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.PartControl;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running line for all journeys, on free ports and fresh data; each journey works on patients of its own.
 *
 * <p>Started when the first journey asks for it, stopped when the last has ended.
 */
final class TheLine implements AutoCloseable {

    private static final int TAIL = 60;

    private final Collector collector = new Collector();
    private final LocalStack stack;

    private TheLine(StackConfig config) {
        stack = new LocalStack(config.withSetting("DRIPLINE_TRACE_ENDPOINT", collector.address()), Journal.SILENT);
        stack.start();
    }

    /** A line beside the one, for what would disturb it; whoever starts it stops it. */
    static TheLine beside(StackConfig config) {
        return new TheLine(config);
    }

    StackConfig config() {
        return stack.config();
    }

    String address(Part part) {
        return config().address(part);
    }

    /** Ends a service as a crash would and starts it again. */
    void crash(Part part) {
        stack.kill(part);
        stack.start(part);
    }

    /** Ends a service at once, as a crash would. */
    void kill(Part part) {
        stack.kill(part);
    }

    /** Ends a service in an orderly way. */
    void stop(Part part) {
        stack.stop(part);
    }

    /** Starts a service that has ended and returns when it is ready. */
    void start(Part part) {
        stack.start(part);
    }

    /** The process of a service that runs. */
    ProcessHandle process(Part part) {
        return stack.process(part).orElseThrow();
    }

    /** What a rebuild asks to start and stop parts. */
    PartControl parts() {
        return stack;
    }

    /** What the services send their spans to. */
    Collector collector() {
        return collector;
    }

    /** What faults are done to. */
    LocalStack stack() {
        return stack;
    }

    /** Every streamed cell must equal the count from PostgreSQL, once all that was reported has gone down the line. */
    void assertEqualsRecount() {
        try {
            Comparison comparison = new Recount(config()).within(Duration.ofSeconds(60));
            assertThat(comparison.agrees()).as(comparison.text()).isTrue();
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Gets in the way of a service, in its database, as its own role may not. */
    void execute(Part part, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(config().jdbcUrl(part), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What each part wrote last, for who reads of a failure elsewhere. */
    String tails() {
        return config().parts().stream()
                .map(part -> "%s: %s%n%s"
                        .formatted(part, stack.process(part).isPresent() ? "runs" : "has ended", tail(part)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String tail(Part part) {
        try {
            List<String> lines = Files.readAllLines(config().log(part), StandardCharsets.ISO_8859_1);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() {
        stack.close();
        collector.close();
    }

    /** The root of the source tree, built. */
    static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("dripline"))) {
            here = here.getParent();
        }
        return here;
    }

    private static Path freshData() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target.toAbsolutePath(), "line-");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Hands the one line to whatever asks for it. */
    static final class Running implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TheLine.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            TheLine.class,
                            type -> new TheLine(StackConfig.of(checkout())
                                    .withData(freshData())
                                    .withPorts(Ports.free())),
                            TheLine.class);
        }
    }
}
