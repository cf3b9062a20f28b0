package io.dripline.coding.meddra;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A distribution in MedDRA's format with invented codes and terms: nothing in it is MedDRA's. */
final class InventedDistribution {

    private static final int FIRST_CODE = 90_000_000;

    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private int codes = FIRST_CODE + 1_000;

    InventedDistribution() {
        for (String file : List.of("soc.asc", "pt.asc", "mdhier.asc", "llt.asc", "meddra_release.asc")) {
            files.put(file, new ArrayList<>());
        }
        files.get("meddra_release.asc").add("0.1$English$$$");
    }

    /** A class; its code is 90000000 and the number. */
    InventedDistribution soc(int number, String name) {
        add("soc.asc", "%d$%s$Inv$$$$$$$$".formatted(FIRST_CODE + number, name));
        return this;
    }

    /** A preferred term with its name and these wordings as current lowest-level terms; returns its code. */
    int pt(int soc, String name, String... wordings) {
        int code = codes++;
        add("pt.asc", "%d$%s$$%d$$$$$$$$".formatted(code, name, FIRST_CODE + soc));
        hierarchy(code, soc, name, "Y");
        add("llt.asc", "%d$%s$%d$$$$$$$Y$$".formatted(code, name, code));
        for (String wording : wordings) {
            llt(wording, code, "Y");
        }
        return code;
    }

    InventedDistribution llt(String name, int pt, String currency) {
        add("llt.asc", "%d$%s$%d$$$$$$$%s$$".formatted(codes++, name, pt, currency));
        return this;
    }

    InventedDistribution hierarchy(int pt, int soc, String name, String primary) {
        add(
                "mdhier.asc",
                "%d$90000801$90000802$%d$%s$Hlt$Hlgt$Soc$Inv$$%d$%s$"
                        .formatted(pt, FIRST_CODE + soc, name, FIRST_CODE + soc, primary));
        return this;
    }

    InventedDistribution add(String file, String line) {
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(line);
        return this;
    }

    InventedDistribution replace(String file, String... lines) {
        files.put(file, List.of(lines));
        return this;
    }

    InventedDistribution without(String file) {
        files.remove(file);
        return this;
    }

    Path in(Path directory) {
        return in(directory, StandardCharsets.UTF_8, "\n");
    }

    Path in(Path directory, Charset charset, String end) {
        files.forEach((file, lines) -> {
            try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve(file), charset)) {
                for (String line : lines) {
                    writer.write(line + end);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return directory;
    }
}
