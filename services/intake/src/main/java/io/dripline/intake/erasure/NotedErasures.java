package io.dripline.intake.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.intake.request.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    void add(NotedErasure erasure) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Path directory = file.get().toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(
                    file.get(),
                    json.writeValueAsString(erasure) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.errorf(e, "An erasure could not be noted in %s, so nothing is erased", file.get());
            throw Refusal.unavailable(
                    "The erasure cannot be noted; nothing was erased, and sending the same again is safe");
        }
    }

    /**
     * All there are, in the order in which they were made. A line that a crash cut off was never answered, and is taken away.
     *
     * @throws IllegalStateException naming the line that is none of an erasure
     */
    List<NotedErasure> all() {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return List.of();
        }
        try {
            String text = Files.readString(file.get());
            int end = text.lastIndexOf('\n') + 1;
            if (end < text.length()) {
                cut(file.get(), text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            }
            List<NotedErasure> noted = new ArrayList<>();
            List<String> lines = text.substring(0, end).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                noted.add(read(lines.get(i), i + 1));
            }
            return noted;
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

    private static void cut(Path file, long length) throws IOException {
        LOG.warnf("The last line of %s was cut off by a crash and is removed", file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }
}
