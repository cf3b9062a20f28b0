package io.dripline.coding.nearest;

import io.dripline.coding.LayPhrase;
import io.dripline.coding.Phrase;
import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of which it is known what they say.
 *
 * @param category null: no adverse event
 * @param alsoRight categories that are right too
 * @param term null: the category alone is known, if any
 */
record Labelled(
        String text,
        @Nullable Category category,
        Set<Category> alsoRight,
        @Nullable String term) {

    static final List<Category> CATEGORIES = List.of(Category.values());

    /** The labels are the categories in their order, and this one: no adverse event. */
    static final int NO_EVENT = CATEGORIES.size();

    static final int LABELS = NO_EVENT + 1;

    static List<Labelled> all(List<Phrase> phrases, List<LayPhrase> layPhrases, List<String> noEvents) {
        List<Labelled> all = new ArrayList<>(phrases.size() + layPhrases.size() + noEvents.size());
        phrases.forEach(phrase -> all.add(new Labelled(phrase.text(), phrase.category(), Set.of(), phrase.term())));
        layPhrases.forEach(phrase -> all.add(new Labelled(phrase.text(), phrase.category(), phrase.alsoRight(), null)));
        noEvents.forEach(words -> all.add(new Labelled(words, null, Set.of(), null)));
        return List.copyOf(all);
    }

    int label() {
        return category == null ? NO_EVENT : category.ordinal();
    }

    boolean accepts(int label) {
        return label == label() || (label != NO_EVENT && alsoRight.contains(CATEGORIES.get(label)));
    }

    /** What must be learned or left out together: all wordings of one term. */
    String group() {
        return term == null ? "\n" + text : term;
    }
}
