package io.dripline.coding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A vocabulary file as lines that know their number; blank lines and those that start with # are skipped. */
public record VocabularyFile(String name, List<Line> lines) {

    /** One line of it, with its number from 1. */
    public record Line(String file, int number, String text) {

        /** The tab-separated columns, every one filled. */
        public String[] columns(String... expected) {
            String[] columns = text.split("\t", -1);
            if (columns.length != expected.length) {
                throw broken("the columns " + String.join(", ", expected));
            }
            for (int i = 0; i < columns.length; i++) {
                columns[i] = columns[i].strip();
                if (columns[i].isEmpty()) {
                    throw broken("a value for " + expected[i]);
                }
            }
            return columns;
        }

        /** The constant of that name, or a complaint that lists those there are. */
        public <E extends Enum<E>> E constant(Class<E> type, String name) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw broken("one of " + List.of(type.getEnumConstants()));
        }

        /** The complaint that this line is not what was expected. */
        public BrokenVocabularyException broken(String expected) {
            return new BrokenVocabularyException(file, number, expected, text);
        }
    }

    public static VocabularyFile of(String name, List<String> texts) {
        List<Line> lines = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank() && !texts.get(i).startsWith("#")) {
                lines.add(new Line(name, i + 1, texts.get(i)));
            }
        }
        if (lines.isEmpty()) {
            throw new BrokenVocabularyException(name, "at least one line");
        }
        return new VocabularyFile(name, List.copyOf(lines));
    }

    /** A file that ships beside this class. */
    static VocabularyFile shipped(String name) {
        try (InputStream in = VocabularyFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BrokenVocabularyException(name, "the file beside the coding classes, but it is missing");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return of(name, reader.lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
