package io.dripline.coding.meddra;

import io.dripline.coding.VocabularyFile;
import io.dripline.contracts.coding.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's own file beside the distribution, {@code dripline-categories.tsv}: lines
 * {@code soc_code TAB category or NONE TAB reason}. It says where the terms of a system organ class belong that Dripline
 * does not know, or that they are no events.
 */
final class ReadStatedCategories {

    static final String FILE = "dripline-categories.tsv";

    private ReadStatedCategories() {}

    /** @param classes the codes of soc.asc */
    static Map<Integer, Optional<Category>> read(Distribution files, Set<Integer> classes) {
        List<String> lines = files.lines(FILE).orElse(List.of());
        if (lines.stream().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            return Map.of();
        }
        Map<Integer, Optional<Category>> stated = new HashMap<>();
        for (VocabularyFile.Line line :
                VocabularyFile.of(files.path(FILE), lines).lines()) {
            String[] columns = line.columns("soc_code", "category", "reason");
            int code = code(columns[0], classes, line);
            Optional<Category> category = columns[1].equals("NONE")
                    ? Optional.empty()
                    : Optional.of(line.constant(Category.class, columns[1]));
            if (stated.put(code, category) != null) {
                throw line.broken("one line for " + code);
            }
        }
        return stated;
    }

    private static int code(String written, Set<Integer> classes, VocabularyFile.Line line) {
        return classes.stream()
                .filter(code -> String.valueOf(code).equals(written))
                .findFirst()
                .orElseThrow(() -> line.broken("a soc_code of soc.asc"));
    }
}
