package io.dripline.bench.coding;

import io.dripline.coding.LayPhrase;
import io.dripline.contracts.coding.Category;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lines {@code text TAB category,category or - TAB remark}; of phrases the remark holds the other right categories.
 *
 * @param tuned whether rules and settings were tuned on it; the others are counted only
 */
record Corpus(String name, boolean tuned, List<Line> lines) {

    static Corpus lines(String name, boolean tuned) {
        return read(name, tuned, false);
    }

    static Corpus phrases(String name, boolean tuned) {
        return read(name, tuned, true);
    }

    static List<Line> of(List<LayPhrase> phrases) {
        return phrases.stream()
                .map(phrase -> new Line(phrase.text(), Set.of(phrase.category()), phrase.alsoRight()))
                .toList();
    }

    private static Corpus read(String name, boolean tuned, boolean phrases) {
        String file = name + ".tsv";
        try (InputStream in = Corpus.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": expected it beside the classes, but it is missing");
            }
            List<Line> lines = new ArrayList<>();
            for (String text : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                lines.add(line(file + " line " + (lines.size() + 1), text, phrases));
            }
            return new Corpus(name, tuned, List.copyOf(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String place, String text, boolean isPhrase) {
        String[] columns = text.split("\t", -1);
        if (columns.length != 3 || columns[0].isBlank()) {
            throw new IllegalStateException(place + ": expected text, categories and remark");
        }
        Set<Category> gold = categories(place, columns[1]);
        if (isPhrase && gold.size() != 1) {
            throw new IllegalStateException(place + ": expected one category");
        }
        return new Line(columns[0], gold, isPhrase ? categories(place, columns[2]) : Set.of());
    }

    private static Set<Category> categories(String place, String names) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        if (names.isBlank() || names.equals("-")) {
            return categories;
        }
        for (String name : names.split(",", -1)) {
            try {
                categories.add(Category.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        place + ": expected one of " + List.of(Category.values()) + ", found " + name, e);
            }
        }
        return categories;
    }
}
