package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The log of one part. A new run begins a new file and keeps the one before it beside it.
 *
 * @param file where the current run writes
 */
record LogFile(Path file) {

    private static final Charset ANY_BYTES = StandardCharsets.ISO_8859_1;
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d)");

    /** Puts the log of the run before aside. */
    LogFile begin() {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(file);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot begin the log " + file, unwritable);
        }
    }

    /** The last lines, indented for a terminal, without the frames of stack traces, which hide the cause; says so if there are none. */
    String tail(int lines) {
        try {
            if (!Files.exists(file)) {
                return "    (there is no log " + file + ")";
            }
            List<String> all = Files.readAllLines(file, ANY_BYTES).stream()
                    .filter(line -> !FRAME.matcher(line).find())
                    .toList();
            var last = all.subList(Math.max(0, all.size() - lines), all.size());
            return last.isEmpty()
                    ? "    (" + file + " is empty)"
                    : "    " + String.join(System.lineSeparator() + "    ", last);
        } catch (IOException unreadable) {
            return "    (cannot read " + file + ": " + unreadable.getMessage() + ")";
        }
    }
}
