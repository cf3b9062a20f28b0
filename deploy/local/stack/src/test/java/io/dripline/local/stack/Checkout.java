package io.dripline.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests find the source tree. */
public final class Checkout {

    private Checkout() {}

    /** The directory that holds the script; Maven runs the tests in the module's own. */
    public static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("dripline"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
