package io.dripline.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine; none is downloaded. */
final class InstalledChromium {

    /** Says where the browser is, or that none is to be used. */
    static final String VARIABLE = "DRIPLINE_CHROMIUM";

    private static final String NONE = "none";

    /** The last one is on some machines a placeholder for a package of another kind. */
    private static final List<String> NAMES =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

    private InstalledChromium() {}

    /**
     * The program that the environment names or has on its path.
     *
     * @throws IllegalStateException where it names what is no program: who names one means to use it
     */
    static Optional<Path> find(Map<String, String> environment) {
        String stated = environment.getOrDefault(VARIABLE, "");
        if (stated.equals(NONE)) {
            return Optional.empty();
        }
        if (stated.isEmpty()) {
            return onThePath(environment);
        }
        if (!isProgram(Path.of(stated))) {
            throw new IllegalStateException("%s is %s, expected a program or none".formatted(VARIABLE, stated));
        }
        return Optional.of(Path.of(stated));
    }

    private static Optional<Path> onThePath(Map<String, String> environment) {
        List<Path> directories = Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
                .filter(InstalledChromium::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
