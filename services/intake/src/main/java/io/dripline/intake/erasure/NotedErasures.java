package io.dripline.intake.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.intake.request.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The file of erasures, a line of JSON each: what a database that was brought back from a backup has forgotten. */
@Singleton
class NotedErasures {

    private static final Logger LOG = Logger.getLogger(NotedErasures.class);

    private final Optional<Path> file;
    private final ObjectMapper json;

    NotedErasures(ErasuresConfig config, ObjectMapper json) {
        this.file = config.file();
        this.json = json;
    }

    /**
     * Adds one durably; nothing where no file is named.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 where it cannot be written
     */
    synchronized void add(NotedErasure erasure) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Path directory = file.get().toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            byte[] line = (json.writeValueAsString(erasure) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(
                            file.get(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock ours = channel.lock()) {
                append(channel, ByteBuffer.wrap(line));
            }
        } catch (IOException e) {
            LOG.errorf(e, "An erasure could not be noted in %s, so nothing is erased", file.get());
            throw Refusal.unavailable(
                    "The erasure cannot be noted; nothing was erased, and sending the same again is safe");
        }
    }

    /** The whole line or nothing of it, behind the last whole one; other instances wait for the lock. */
    private void append(FileChannel channel, ByteBuffer line) throws IOException {
        long end = endOfLastLine(channel);
        try {
            channel.truncate(end).position(end);
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    /** Behind the last line break; 0 where there is none. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /**
     * All there are, in the order in which they were made. A line that a crash cut off was never answered, and is taken away.
     *
     * @throws IllegalStateException naming the line that is none of an erasure
     */
    synchronized List<NotedErasure> all() {
        if (file.isEmpty()) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock ours = channel.lock()) {
            long end = endOfLastLine(channel);
            if (end < channel.size()) {
                LOG.warnf("The last line of %s was cut off by a crash and is removed", file.get());
                channel.truncate(end);
                channel.force(true);
            }
            List<NotedErasure> noted = new ArrayList<>();
            List<String> lines = Files.readAllLines(file.get());
            for (int i = 0; i < lines.size(); i++) {
                noted.add(read(lines.get(i), i + 1));
            }
            return noted;
        } catch (NoSuchFileException nothingWasErased) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Erasures cannot be read from " + file.get(), e);
        }
    }

    private NotedErasure read(String line, int number) {
        try {
            return json.readValue(line, NotedErasure.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s, line %d: expected an erasure as this service writes them; put the file right, or words that were erased may be there again"
                            .formatted(file.map(Path::toString).orElse(""), number),
                    e);
        }
    }
}
