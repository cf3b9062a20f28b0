package io.dripline.coding.nearest;

import io.dripline.coding.Candidate;
import io.dripline.coding.CodeWords;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What rules find in a text that they cannot read completely: just what they would ask about when they code it. */
final class ReadByRules implements Function<String, Optional<NearestTerms.Named>> {

    private final Asked asked = new Asked();
    private final CodeWords coder;

    ReadByRules(Vocabulary vocabulary) {
        this.coder = new CodeWords(vocabulary, asked, 1);
    }

    @Override
    public Optional<NearestTerms.Named> apply(String text) {
        asked.about = Optional.empty();
        asked.text = text;
        coder.code(text);
        return asked.about;
    }

    /** Answers nothing, and remembers the question about a whole text. */
    private static final class Asked implements NearestTerms {

        private String text = "";
        private Optional<Named> about = Optional.empty();

        @Override
        public List<Candidate> of(String clause) {
            return List.of();
        }

        @Override
        public List<Candidate> of(String clause, Named named) {
            if (clause.equals(text)) {
                about = Optional.of(named);
            }
            return List.of();
        }
    }
}
