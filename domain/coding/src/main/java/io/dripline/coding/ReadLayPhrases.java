package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads PsyTAR's phrases, lines {@code words TAB category TAB category,category} with a dash for no other category. */
final class ReadLayPhrases {

    private ReadLayPhrases() {}

    static List<LayPhrase> read(VocabularyFile file) {
        List<LayPhrase> phrases = new ArrayList<>(file.lines().size());
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("words", "category", "other categories");
            Set<Category> others = EnumSet.noneOf(Category.class);
            if (!columns[2].equals("-")) {
                for (String other : columns[2].split(",", -1)) {
                    others.add(line.constant(Category.class, other));
                }
            }
            Category category = line.constant(Category.class, columns[1]);
            if (others.contains(category)) {
                throw line.broken("other categories than the first");
            }
            phrases.add(new LayPhrase(columns[0], category, others));
        }
        return List.copyOf(phrases);
    }
}
