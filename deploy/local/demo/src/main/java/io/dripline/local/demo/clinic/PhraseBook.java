package io.dripline.local.demo.clinic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The words in which the demo's clinics report, several for each finding. */
public final class PhraseBook {

    private final Map<Finding, List<String>> phrases = new EnumMap<>(Finding.class);

    private PhraseBook(List<String> lines) {
        for (String line : lines) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", 2);
                phrases.computeIfAbsent(Finding.valueOf(columns[0]), finding -> new ArrayList<>())
                        .add(columns[1]);
            }
        }
    }

    /** The book that ships with this build, {@code phrases.tsv}. */
    public static PhraseBook standard() {
        try (InputStream in = PhraseBook.class.getResourceAsStream("phrases.tsv")) {
            if (in == null) {
                throw new IllegalStateException("phrases.tsv is missing from the demo");
            }
            return new PhraseBook(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All wordings of a finding, in the order of the file. */
    public List<String> of(Finding finding) {
        return List.copyOf(phrases.getOrDefault(finding, List.of()));
    }
}
