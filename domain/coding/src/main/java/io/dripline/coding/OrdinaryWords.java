package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells words from gibberish. What is near to a text of strange words is near by the sound alone, so a person is asked;
 * a clinical word that no list has ("onycholysis") is no gibberish, for its ending is known.
 */
final class OrdinaryWords {

    /** Shorter ones are abbreviations, which rules read, or nothing. */
    private static final int SHORTEST = 3;

    /** A word that is said of more systems than these tells none. */
    private static final int MOST_SYSTEMS = 2;

    private static final Pattern CLINICAL = Pattern.compile(
            "\\p{L}{3,}(?:itis|itides|osis|oses|asis|ases|aemia|emia|lysis|pathy|pathies|algia|uria|penia|megaly|rrhoea|rrhea|rrhagia"
                    + "|plegia|paresis|trophy|plasia|oma|omas|omata|stenosis|sclerosis|ectasis|ptosis|opia|opsia|phasia|phagia|phonia"
                    + "|arthria|lalia|praxia|asthenia|aesthesia|esthesia|oedema|edema|dermia|derma|toxicity|cytosis|philia|mania|phobia"
                    + "|pnoea|pnea|thorax|cele|lith|lithiasis|spasm|mastia|motility|genic|blastoma|sarcoma|carcinoma)");

    private final Wordings wordings;
    private final Set<String> common = new HashSet<>();
    private final Map<String, Set<Category>> systems = new HashMap<>();

    OrdinaryWords(Vocabulary vocabulary) {
        this.wordings = vocabulary.wordings();
        ReadTokens tokens = new ReadTokens(vocabulary.forms());
        Vocabulary.layPhrases().forEach(phrase -> words(tokens, phrase.text()).forEach(word -> common.add(word.stem())));
        for (LayPhrase phrase : Vocabulary.plainWords()) {
            for (Word word : words(tokens, phrase.text())) {
                common.add(word.stem());
                systems.computeIfAbsent(word.stem(), stem -> EnumSet.noneOf(Category.class))
                        .add(phrase.category());
            }
        }
    }

    private static List<Word> words(ReadTokens tokens, String text) {
        return tokens.read(text).stream()
                .flatMap(token -> token.words().stream())
                .toList();
    }

    /** Whether these words say nothing that anything near could be taken for: none that tells, or most of them unheard of. */
    boolean areStrange(List<Word> words) {
        long known = words.stream().filter(this::isKnown).count();
        return 2 * known < words.size() || words.stream().noneMatch(this::tells);
    }

    private boolean isKnown(Word word) {
        return wordings.knows(word) || common.contains(word.stem()) || isClinical(word);
    }

    private boolean tells(Word word) {
        if (word.plain().length() < SHORTEST && word.change() != Word.Change.EXPANDED) {
            return false;
        }
        Set<Category> said = systems.get(word.stem());
        return wordings.knows(word) || (said != null && said.size() <= MOST_SYSTEMS) || isClinical(word);
    }

    private static boolean isClinical(Word word) {
        return CLINICAL.matcher(word.plain()).matches();
    }
}
