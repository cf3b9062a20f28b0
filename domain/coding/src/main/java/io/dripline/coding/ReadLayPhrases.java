package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads what people say of effects, with the category alone. */
final class ReadLayPhrases {

    private ReadLayPhrases() {}

    /** PsyTAR's lines {@code words TAB category TAB category,category} with a dash for no other category. */
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

    /** Lines {@code category TAB phrase | phrase}. */
    static List<LayPhrase> readPlainWords(VocabularyFile file) {
        List<LayPhrase> phrases = new ArrayList<>();
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("category", "phrases");
            Category category = line.constant(Category.class, columns[0]);
            for (String phrase : columns[1].split("\\|", -1)) {
                if (phrase.isBlank()) {
                    throw line.broken("words between the bars");
                }
                phrases.add(new LayPhrase(phrase.strip(), category, Set.of()));
            }
        }
        return List.copyOf(phrases);
    }
}
