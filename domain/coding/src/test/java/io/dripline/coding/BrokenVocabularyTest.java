package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken file stops the start and says where. */
class BrokenVocabularyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "oae.tsv; term|parent/nausea; line 2; the columns term, parent_term",
                "oae.tsv; term|parent/nausea|; line 2; a value for parent_term",
                "oae.tsv; term|parent/nausea|gut/nausea|gut; line 3; a term that has no line yet",
                "symp.obo; [Term]/id: 1; line 1; a [Term] with id and name",
                "symp.obo; [Term]/id: 1/name: x/is_a: 9 ! y; line 1; is_a a term of this file",
                "symp.obo; [Term]/id: 1/name: x/synonym: y; line 4; synonym:",
                "symp.obo; [Term]/id: 1/nonsense; line 3; a line 'tag: value'",
                "symp.obo; format-version: 1.2; symp.obo; at least one [Term]",
                "lexicon.tsv; nausea|nausea|GI|-; line 1; the columns id, name, category, phrases, why",
                "lexicon.tsv; nausea|nausea|GUT|-|why; line 1; one of [CNS, GI",
                "lexicon.tsv; Nausea!|nausea|GI|-|why; line 1; id: expected lower-case words",
                "lexicon.tsv; a|being sick|GI|-|why/b|b|GI|the being sicks|why; line 2; a phrase of one term",
                "lexicon.tsv; a|x|GI|-|why/a|y|GI|-|why; line 2; an id that has no line yet",
                "lexicon.tsv; a+b|-|-|x and y|why; line 1; ids of earlier lines",
                "lexicon.tsv; a|the|GI|-|why; line 1; phrases with a word that is not silent",
                "families.tsv; nusea|feels green; line 1; a term of the lexicon and words for it",
                "families.tsv; nausea; line 1; a term of the lexicon and words for it",
                "families.tsv; nausea|the sick; line 1; phrases that keep two of their words",
                "families.tsv; nausea|vomits; line 1; phrases that no term of another system has, but 'vomits' is 'vomiting'",
                "categories.tsv; OAE|nausea|GUT|why; line 1; one of [CNS, GI",
                "categories.tsv; TREE|nausea|GI|why; line 1; one of [TERM, OAE",
                "categories.tsv; OAE|nusea|GI|why; line 1; a term that OAE has",
                "categories.tsv; TERM|nusea|GI|why; line 1; a term that TERM has",
                "categories.tsv; OAE|gut|GI|why/OAE|gut|GI|why; line 2; one line for 'gut'",
                "cues.tsv; SILENT|of/DENIAL|absence of; line 2; phrases without silent words and separators",
                "cues.tsv; MAYBE|perhaps; line 1; one of [NO",
                "limits.tsv; HR|hr|bpm|-|>100 nausea|20-280; line 1; the columns quantity, names, units, low, high,"
                        + " range, why",
                "limits.tsv; HR|hr|bpm|-|>100 nausea|any|why; line 1; a range like 40-250",
                "limits.tsv; HR|hr|bpm|-|>100 nausea|1..2-5|why; line 1; a range like 40-250",
                "limits.tsv; HR|hr|bpm|-|>9.9.9 nausea|20-280|why; line 1; a bound like",
                "limits.tsv; HR|hr|bpm|<. nausea|-|20-280|why; line 1; a bound like",
                "limits.tsv; HR|hr|bpm|-|>100 nusea|20-280|why; line 1; a bound like",
                "limits.tsv; HR|hr|bpm|-|100 nausea|20-280|why; line 1; a bound like",
                "right-words.tsv; p; line 1; the columns initial, words",
                "treated.tsv; nausea|PAIN; line 1; the columns term, kind, why",
                "treated.tsv; nusea|PAIN|why; line 1; a term of the vocabulary that has no line yet",
                "treated.tsv; nausea|BETTER|why; line 1; one of [PAIN",
                "word-forms.tsv; a|LIKE|b; line 1; one of [SPELLING",
                "word-forms.tsv; a b|SPELLING|c; line 1; one word",
                "word-forms.tsv; a|SPELLING|c, c; line 1; forms that are listed once",
            })
    void namesFileLineAndWhatWasExpected(String file, String content, String where, String expected) {
        BuildVocabulary.Files files = filesWith(file, content);

        assertThatThrownBy(() -> BuildVocabulary.from("test", files))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(where)
                .hasMessageContaining(expected);
    }

    private static BuildVocabulary.Files filesWith(String broken, String content) {
        return new BuildVocabulary.Files(
                file("word-forms.tsv", "nausea|INFLECTION|nauseous", broken, content),
                file("cues.tsv", "SILENT|the", broken, content),
                file("lexicon.tsv", "nausea|nausea|GI|queasy|why", broken, content),
                file("families.tsv", "nausea|feels|green", broken, content),
                file("oae.tsv", "term|parent/nausea|gut", broken, content),
                file("symp.obo", "[Term]/id: 1/name: vomiting", broken, content),
                file("categories.tsv", "OAE|gut|GI|why", broken, content),
                file("limits.tsv", "HR|hr|bpm|-|>100 nausea|20-280|why", broken, content),
                file("right-words.tsv", "p|parking", broken, content),
                file("treated.tsv", "nausea|PAIN|why", broken, content));
    }

    private static VocabularyFile file(String name, String sound, String broken, String content) {
        String text = name.equals(broken) ? content : sound;
        return VocabularyFile.of(name, List.of(text.replace('|', '\t').split("/")));
    }
}
