package io.dripline.shipped;

import java.nio.file.Path;

/** Where tests find what was built; they run in the module's directory. */
final class Checkout {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path LICENCES = ROOT.resolve("docs/licences");

    private Checkout() {}
}
