package io.dripline.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Lets other commands start and stop parts of a stack that runs. A request is a file in the data directory, so whoever may write there
 * may ask, and nobody else: {@code stop kafka}, answered by a file beside it that is empty or says what failed.
 */
final class AnswerRequests {

    static final String REQUEST = ".request";
    static final String ANSWER = ".answer";

    private static final long PAUSE_MILLIS = 100;

    private final Path directory;
    private final PartControl parts;

    AnswerRequests(StackConfig config, PartControl parts) {
        this.directory = directory(config);
        this.parts = parts;
    }

    static Path directory(StackConfig config) {
        return config.data().resolve("run").resolve("requests");
    }

    /** Forgets what was asked of an earlier run, and answers from now on. */
    void start() {
        try {
            Files.createDirectories(directory);
            for (var left : files()) {
                Files.deleteIfExists(left);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Thread.ofPlatform().daemon().name("answer-requests").start(this::run);
    }

    private void run() {
        try {
            while (Files.isDirectory(directory)) {
                answerAll();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be read or written now is tried again: whoever asked is waiting. */
    private void answerAll() {
        try {
            for (var file : files()) {
                if (file.toString().endsWith(REQUEST)) {
                    answer(file);
                }
            }
        } catch (IOException | UncheckedIOException passing) {
            System.err.println(
                    "dripline: a request of another command cannot be answered yet: " + passing.getMessage());
        }
    }

    private void answer(Path request) throws IOException {
        var asked = Files.readString(request).strip();
        var name = request.getFileName().toString();
        write(request.resolveSibling(name.substring(0, name.length() - REQUEST.length()) + ANSWER), outcome(asked));
        Files.delete(request);
    }

    /** Empty if it was done, else why not. */
    private String outcome(String asked) {
        try {
            var words = List.of(asked.split(" ", 2));
            switch (words.getFirst()) {
                case "start" -> parts.start(Part.named(words.getLast()));
                case "stop" -> parts.stop(Part.named(words.getLast()));
                default -> throw new IllegalArgumentException("expected start or stop and a part, got '" + asked + "'");
            }
            return "";
        } catch (RuntimeException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    /** Appears at once and whole. */
    static void write(Path file, String text) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".half");
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
