package io.dripline.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The doors that a service has, whatever the table says: in its description, in its code, on its router. */
public final class DeclaredDoors {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final String REST = "jakarta.ws.rs.";
    private static final String CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private DeclaredDoors() {}

    /** What {@code docs/openapi} describes, as method and path. */
    public static Set<String> described(String service) {
        Path file = Path.of("../../docs/openapi").resolve(service + ".yaml");
        try {
            Map<String, Map<String, Map<String, ?>>> description = new Yaml().load(Files.readString(file));
            return description.getOrDefault("paths", Map.of()).entrySet().stream()
                    .flatMap(path -> path.getValue().keySet().stream()
                            .map(key -> key.toUpperCase(Locale.ROOT))
                            .filter(METHODS::contains)
                            .map(method -> method + " " + path.getKey()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the code annotates, described or not; what it asks of other services is no door of its own. */
    public static Set<String> annotated(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
                        .filter(type -> !type.isAnnotatedWith(CLIENT))
                        .flatMap(type -> type.getMethods().stream().flatMap(method -> doors(type, method)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Paths that the router serves by itself, without the stars of whole trees. */
    public static Set<String> routed(Router router) {
        return router.getRoutes().stream()
                .map(Route::getPath)
                .filter(path -> path != null && !path.equals("/"))
                .map(path -> path.replaceFirst("/?\\*$", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Paths that the router serves and no row names: one path must be a row's own, and a whole tree must hold a row. */
    public static Set<String> withoutRow(Router router, List<Door> doors) {
        Set<String> without = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            String path = route.getPath();
            if (path != null
                    && !path.matches("/?\\*?")
                    && doors.stream().noneMatch(door -> serves(path, route.isExactPath(), door.path()))) {
                without.add(path);
            }
        }
        return without;
    }

    static boolean serves(String route, boolean isExact, String path) {
        String served = route.replaceFirst("/?\\*?$", "");
        return path.replaceFirst("/$", "").equals(served) || (!isExact && path.startsWith(served + "/"));
    }

    private static Stream<String> doors(JavaClass type, JavaMethod method) {
        String path =
                ("/" + path(type) + "/" + path(method)).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
        return METHODS.stream()
                .filter(verb -> method.isAnnotatedWith(REST + verb))
                .map(verb -> verb + " " + path);
    }

    private static String path(CanBeAnnotated annotated) {
        return annotated.isAnnotatedWith(REST + "Path") ? annotatedValue(annotated) : "";
    }

    private static String annotatedValue(CanBeAnnotated annotated) {
        return switch (annotated) {
            case JavaClass type -> value(type.getAnnotationOfType(REST + "Path").get("value"));
            case JavaMethod method ->
                value(method.getAnnotationOfType(REST + "Path").get("value"));
            default -> throw new IllegalArgumentException("expected a class or a method, found " + annotated);
        };
    }

    private static String value(Optional<Object> value) {
        return value.map(Object::toString).orElse("");
    }
}
