package io.dripline.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a backup with their SHA-256, in the form of {@code sha256sum}: with {@code sha256sum -c SHA256SUMS} anybody can tell
 * without this program whether a backup is whole.
 */
final class Sums {

    /** Their file, in the backup's directory. Written last: a backup without it was not taken to its end. */
    static final String FILE = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;

    private Sums() {}

    /** Writes the sums of all files below a directory. */
    static void write(Path directory) throws IOException {
        var text = new StringBuilder();
        of(directory)
                .forEach((file, sum) ->
                        text.append(sum).append("  ").append(file).append('\n'));
        Path part = directory.resolve(FILE + ".part");
        Files.writeString(part, text);
        Files.move(part, directory.resolve(FILE));
    }

    /**
     * Refuses a backup that is not as it was taken.
     *
     * @throws BackupFailure that names the first file that is missing, damaged or was added
     */
    static void check(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(FILE))) {
            throw new BackupFailure(directory + " is no backup: it holds no " + FILE
                    + ", which is written last, when ./dripline backup has come to its end");
        }
        var expected = read(directory);
        var found = of(directory);
        for (var file : expected.entrySet()) {
            String sum = found.remove(file.getKey());
            if (sum == null) {
                throw new BackupFailure("the backup lacks " + file.getKey() + ", which " + FILE + " names");
            }
            if (!sum.equals(file.getValue())) {
                throw new BackupFailure("the backup is damaged: " + file.getKey() + " has SHA-256 " + sum
                        + ", expected " + file.getValue());
            }
        }
        if (!found.isEmpty()) {
            throw new BackupFailure(
                    "the backup holds " + found.keySet().iterator().next() + ", which " + FILE
                            + " does not name: it was not there when the backup was taken");
        }
    }

    private static Map<String, String> read(Path directory) throws IOException {
        var sums = new TreeMap<String, String>();
        for (String line : Files.readAllLines(directory.resolve(FILE))) {
            int gap = line.indexOf("  ");
            if (gap < 0) {
                throw new BackupFailure(
                        FILE + " is damaged: expected a sum, two spaces and a file, found '" + line + "'");
            }
            sums.put(line.substring(gap + 2), line.substring(0, gap));
        }
        return sums;
    }

    private static TreeMap<String, String> of(Path directory) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.startsWith(FILE)) {
                    sums.put(name, of256(file));
                }
            }
        }
        return sums;
    }

    private static String of256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // The digest takes it.
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
