package io.dripline.bench.door;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Takes the door module out of a service that starts, and leaves all else as it was packaged: as a Java agent it empties the
 * methods by which the module's filters are registered, and the one that counts a caller's requests.
 */
public final class WithoutDoor implements ClassFileTransformer {

    private static final String DOOR = "io/dripline/door/";

    private WithoutDoor() {}

    /** Called by the virtual machine. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new WithoutDoor());
    }

    /** A jar that a virtual machine can be given as its agent. */
    static Path agent(Path directory) throws IOException {
        Path jar = directory.resolve("without-door.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", WithoutDoor.class.getName());
        String file = WithoutDoor.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = ClassLoader.getSystemResourceAsStream(file)) {
            if (code == null) {
                throw new IOException("expected " + file + " on the class path");
            }
            out.putNextEntry(new JarEntry(file));
            code.transferTo(out);
        }
        return jar;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] code) {
        if (name == null || !name.startsWith(DOOR)) {
            return null;
        }
        ClassFile classes = ClassFile.of();
        return classes.transformClass(
                classes.parse(code),
                ClassTransform.transformingMethods(
                        method -> isAFiltersStart(method) || isTheLimit(method), (method, element) -> {
                            if (!(element instanceof CodeModel former)) {
                                method.with(element);
                            } else if (former.parent()
                                    .filter(WithoutDoor::isTheLimit)
                                    .isPresent()) {
                                method.withCode(empty -> empty.aconst_null().areturn());
                            } else {
                                method.withCode(empty -> empty.return_());
                            }
                        }));
    }

    /** {@code register(Filters)}. */
    private static boolean isAFiltersStart(MethodModel method) {
        return method.methodName().equalsString("register")
                && method.methodTypeSymbol().returnType().equals(ConstantDescs.CD_void)
                && method.methodType().stringValue().contains("/Filters;");
    }

    /** {@code LimitCallers.limit}. */
    private static boolean isTheLimit(MethodModel method) {
        return method.methodName().equalsString("limit")
                && method.methodType().stringValue().contains("ContainerRequestContext;");
    }
}
