package io.dripline.local.backup;

import io.dripline.local.stack.DataLock;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import io.dripline.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./dripline restore}: puts PostgreSQL back as a backup has it. What was there is kept beside it. Kafka and what incidence has
 * counted tell of another time, so they are set aside as well; the next start finds Kafka empty, and {@code ./dripline rebuild} counts everything
 * again from PostgreSQL. The file of erasures stays where it is: from it intake erases again, at its next start, what was erased since.
 */
public final class Restore {

    /** PostgreSQL last: until it is set aside, what is derived can be made again from it. */
    private static final List<Part> WHOLE = List.of(Part.KAFKA, Part.INCIDENCE, Part.POSTGRES);

    private final StackConfig config;

    /** A restore into the data directory of this configuration, on which no stack may run. */
    public Restore(StackConfig config) {
        this.config = config;
    }

    /**
     * Restores into the data of {@code ./dripline up}.
     *
     * @param args the checkout's directory, and the backup's
     */
    public static void main(String[] args) {
        try {
            var config = StackConfig.of(Path.of(args[0])).withPorts(Ports.of(System.getenv()));
            if (args.length != 2) {
                throw new BackupFailure("restore takes one directory, which ./dripline backup has made");
            }
            var aside =
                    new Restore(config).run(Path.of(args[1]).toAbsolutePath().normalize());
            aside.ifPresent(directory -> System.out.println("What was there before is in " + directory + "."));
            if (Files.exists(config.erasures())) {
                System.out.println("Words that were erased since are erased again at the next start, by "
                        + config.erasures() + ".");
            } else {
                System.out.println(
                        "There is no " + config.erasures()
                                + ": put a copy of it there first, or words that were erased since the backup are there again.");
            }
            System.out.println(
                    "PostgreSQL is as the backup has it. Now ./dripline up, and beside it ./dripline rebuild.");
        } catch (IOException failed) {
            System.err.println("dripline: cannot bring the backup back: " + failed);
            System.exit(1);
        } catch (BackupFailure | StackFailure | IllegalArgumentException failed) {
            System.err.println("dripline: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns when PostgreSQL can be started on the backup.
     *
     * @param backup as {@link Backup} has made it
     * @return where the data lies that was there before, if any was
     * @throws BackupFailure if the backup is not whole; nothing was touched then
     * @throws StackFailure if a stack runs on the data
     */
    public Optional<Path> run(Path backup) throws IOException {
        try (var _ = DataLock.take(config)) {
            Sums.check(backup);
            Path whole = config.data().resolve("postgres.restored");
            delete(whole);
            CopyFiles.copy(backup.resolve("postgres"), whole, file -> true);
            var aside = setAside();
            Files.move(whole, config.dataOf(Part.POSTGRES));
            return aside;
        }
    }

    /** Also where PostgreSQL alone is lost: Kafka of a later time must not be counted on. */
    private Optional<Path> setAside() throws IOException {
        // no sealer goes on from a chain that is shorter than a head of it
        var present = Stream.concat(
                        Stream.of(config.ledgerHeads()), WHOLE.stream().map(config::dataOf))
                .filter(Files::exists)
                .toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        Path aside = Files.createDirectories(config.data().resolve("before-restore-" + time));
        for (Path directory : present) {
            Files.move(directory, aside.resolve(directory.getFileName()));
        }
        return Optional.of(aside);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
