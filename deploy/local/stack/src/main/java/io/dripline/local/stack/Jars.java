package io.dripline.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Finds what the build left. */
final class Jars {

    private Jars() {}

    /**
     * The class path of a module that keeps its libraries in {@code target/lib}.
     *
     * @throws StackFailure if the module is not built
     */
    static String classPath(Path module) {
        var target = module.resolve("target");
        var jars = new ArrayList<Path>();
        for (var directory : new Path[] {target, target.resolve("lib")}) {
            if (!Files.isDirectory(directory)) {
                throw missing(directory);
            }
            try (var files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The file or directory itself, if the build left it. */
    static Path built(Path expected) {
        if (!Files.exists(expected)) {
            throw missing(expected);
        }
        return expected;
    }

    private static StackFailure missing(Path expected) {
        return new StackFailure(expected + " is missing; './dripline up' builds it");
    }
}
