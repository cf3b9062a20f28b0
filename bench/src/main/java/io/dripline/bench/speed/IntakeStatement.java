package io.dripline.bench.speed;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The statement by which the packaged intake writes reports, taken out of its class: what is compared with is never another one. */
final class IntakeStatement {

    private static final String APPLICATION = "services/intake/target/quarkus-app/app";
    private static final String WRITER = "io/dripline/intake/session/AppendVersion.class";
    private static final String CONSTANT = "STATEMENT";

    private IntakeStatement() {}

    /** @throws IllegalStateException if intake is not packaged, or writes in another way */
    static String of(Path checkout) throws IOException {
        Path application = checkout.resolve(APPLICATION);
        if (!Files.isDirectory(application)) {
            throw new IllegalStateException(
                    "expected a packaged intake at " + application + "; ./dripline up makes it");
        }
        try (var files = Files.list(application)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    var entry = jar.getJarEntry(WRITER);
                    if (entry != null) {
                        return constant(jar.getInputStream(entry).readAllBytes(), CONSTANT);
                    }
                }
            }
        }
        throw new IllegalStateException("expected " + WRITER + " in a jar of " + application);
    }

    /**
     * The text that a class gives a constant.
     *
     * @throws IllegalStateException if it has no constant of this name
     */
    static String constant(byte[] code, String name) {
        ClassModel model = ClassFile.of().parse(code);
        return model.fields().stream()
                .filter(field -> field.fieldName().equalsString(name))
                .flatMap(field -> field.findAttribute(Attributes.constantValue()).stream())
                .map(value -> String.valueOf(value.constant().constantValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected a constant " + name + " in "
                        + model.thisClass().asInternalName()));
    }
}
