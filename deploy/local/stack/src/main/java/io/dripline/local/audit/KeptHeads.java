package io.dripline.local.audit;

import io.dripline.ledger.Head;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The heads in some files, one after the other, read as they are asked for. Lines that speak of none are passed over: a log will do. */
final class KeptHeads implements Iterator<Head>, AutoCloseable {

    private static final Pattern OF_A_HEAD = Pattern.compile("(^|[\\s\"])head [a-z]+ [0-9]+ ");

    private final Iterator<Path> files;
    private @Nullable Path file;
    private @Nullable BufferedReader reader;
    private long line;
    private @Nullable Head next;

    KeptHeads(List<Path> files) {
        this.files = List.copyOf(files).iterator();
    }

    /** @throws IllegalArgumentException if a line begins like a head and is none: it was damaged */
    @Override
    public boolean hasNext() {
        try {
            while (next == null) {
                if (reader == null) {
                    if (!files.hasNext()) {
                        return false;
                    }
                    file = files.next();
                    reader = Files.newBufferedReader(file);
                    line = 0;
                }
                var read = reader.readLine();
                line++;
                if (read == null) {
                    close();
                } else if (OF_A_HEAD.matcher(read).find()) {
                    next = parsed(read);
                }
            }
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("heads cannot be read from " + file, unreadable);
        }
    }

    private Head parsed(String read) {
        try {
            return Head.parse(read);
        } catch (IllegalArgumentException damaged) {
            throw new IllegalArgumentException("%s, line %d: %s".formatted(file, line, damaged.getMessage()), damaged);
        }
    }

    @Override
    public Head next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var given = next;
        next = null;
        return given;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
