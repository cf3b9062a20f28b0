package io.dripline.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Compares what two builds of the same sources made, byte for byte, and names what differs, down to the entry of a jar. Classes
 * that Quarkus writes while it packages are compared by their names and counted: it gives their parts other names at each build.
 */
public final class CompareBuilds {

    /** What Quarkus writes ({@code docs/decisions/0028}). */
    static final String GENERATED = "quarkus/generated-bytecode.jar";

    private static final int SHOWN = 20;

    private CompareBuilds() {}

    /** Arguments: two checkouts, both built. Ends with 1 where a service differs in more than the content of generated classes. */
    public static void main(String[] arguments) throws IOException {
        boolean isEqual = true;
        for (String service : ServiceFiles.ALL) {
            SortedMap<String, Path> one =
                    ServiceFiles.of(Path.of(arguments[0]), service).all();
            SortedMap<String, Path> other =
                    ServiceFiles.of(Path.of(arguments[1]), service).all();
            List<String> differences = differences(one, other);
            if (!partsList(arguments[0], service).equals(partsList(arguments[1], service))) {
                differences.add("parts.cdx.json: differs in more than its time");
            }
            System.out.printf(
                    "%-15s %4d files, sha256 %s  %s%n",
                    service,
                    one.size() - 1,
                    hash(one),
                    differences.isEmpty() ? "equal" : differences.size() + " differ");
            differences.forEach(difference -> System.out.println("  " + difference));
            System.out.println("  " + generated(one, other));
            isEqual &= differences.isEmpty();
        }
        if (!isEqual) {
            System.exit(1);
        }
    }

    /** Each file that only one has or that differs, as a sentence; of a jar, which entries. */
    static List<String> differences(Map<String, Path> one, Map<String, Path> other) throws IOException {
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        Path generated = one.get(GENERATED);
        Path generatedAgain = other.get(GENERATED);
        if (generated != null && generatedAgain != null && names.remove(GENERATED)) {
            Set<String> classes = described(generated).keySet();
            if (!classes.equals(described(generatedAgain).keySet())) {
                differences.add(GENERATED + ": other classes");
            }
        }
        for (String name : names) {
            Path left = one.get(name);
            Path right = other.get(name);
            if (left == null || right == null) {
                differences.add(name + ": only in the " + (left == null ? "second" : "first"));
            } else if (Files.mismatch(left, right) >= 0) {
                differences.add(name + ": " + (name.endsWith(".jar") ? entries(left, right) : "differs"));
            }
        }
        return differences;
    }

    /** The list of parts without the line that says when it was made. */
    private static List<String> partsList(String checkout, String service) throws IOException {
        Path list = ServiceFiles.of(Path.of(checkout), service).directory().resolveSibling("parts.cdx.json");
        return Files.readAllLines(list).stream()
                .filter(line -> !line.strip().startsWith("\"timestamp\""))
                .toList();
    }

    private static String generated(Map<String, Path> one, Map<String, Path> other) throws IOException {
        Path left = one.get(GENERATED);
        Path right = other.get(GENERATED);
        if (left == null || right == null) {
            return "no generated classes";
        }
        Map<String, String> classes = described(left);
        return "of %d generated files %d have another content"
                .formatted(classes.size(), differing(classes, described(right)).size());
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        Set<String> differing = new TreeSet<>();
        one.forEach((entry, description) -> {
            if (!description.equals(other.get(entry))) {
                differing.add(entry);
            }
        });
        other.keySet().stream().filter(entry -> !one.containsKey(entry)).forEach(differing::add);
        return differing;
    }

    private static String entries(Path left, Path right) throws IOException {
        Map<String, String> one = described(left);
        Map<String, String> other = described(right);
        Set<String> differing = differing(one, other);
        if (differing.isEmpty()) {
            boolean isOrder = !List.copyOf(one.keySet()).equals(List.copyOf(other.keySet()));
            return isOrder ? "the same entries in another order" : "the same entries, otherwise packed";
        }
        return "%d entries: %s"
                .formatted(
                        differing.size(),
                        String.join(", ", differing.stream().limit(SHOWN).toList()));
    }

    /** Content, time and whatever else an entry has, in the order of the jar. */
    private static Map<String, String> described(Path jar) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                byte[] extra = entry.getExtra();
                entries.put(
                        entry.getName(),
                        HexFormat.of().formatHex(sha256().digest(content))
                                + " " + entry.getTimeLocal()
                                + " " + (extra == null ? "" : HexFormat.of().formatHex(extra)));
            }
        }
        return entries;
    }

    /** One for all files with their names, but for what is generated. */
    private static String hash(SortedMap<String, Path> files) throws IOException {
        MessageDigest all = sha256();
        for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
            if (file.getKey().equals(GENERATED)) {
                continue;
            }
            MessageDigest one = sha256();
            try (InputStream in = Files.newInputStream(file.getValue())) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    one.update(buffer, 0, read);
                }
            }
            all.update("%s  %s%n"
                    .formatted(HexFormat.of().formatHex(one.digest()), file.getKey())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
