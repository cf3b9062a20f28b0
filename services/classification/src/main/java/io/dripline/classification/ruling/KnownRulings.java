package io.dripline.classification.ruling;

import io.dripline.classification.words.WordSecrets;
import io.dripline.coding.ApplyRulings;
import io.dripline.coding.CodeWords;
import io.dripline.coding.Ruled;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKey;
import io.dripline.coding.WordKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What this instance knows of the rulings, and the coder that applies them. May lag behind for a moment. */
@ApplicationScoped
public class KnownRulings {

    private static final Logger LOG = Logger.getLogger(KnownRulings.class);

    private final Rulings rulings;
    private final CodeWords words;
    private final Vocabulary vocabulary;
    private final WordKeys keys;
    private final Map<WordKey, Ruled> known = new HashMap<>();
    private volatile RuledCoder coder;

    KnownRulings(Rulings rulings, CodeWords words, Vocabulary vocabulary, WordSecrets secrets) {
        this.rulings = rulings;
        this.words = words;
        this.vocabulary = vocabulary;
        this.keys = secrets.keys();
        this.coder = new RuledCoder(0, new ApplyRulings(words, vocabulary, keys, Map.of()), Set.of(), Set.of());
    }

    public RuledCoder coder() {
        return coder;
    }

    /** The coder that there would be if these terms were ruled about some words; for counting, never for storing. */
    public synchronized RuledCoder supposing(WordKey key, List<String> terms) {
        long next = coder.upTo() + 1;
        Map<WordKey, Ruled> supposed = new HashMap<>(known);
        supposed.put(key, new Ruled(next, terms));
        return new RuledCoder(
                next,
                new ApplyRulings(words, vocabulary, keys, supposed),
                Set.copyOf(supposed.keySet()),
                coder.inNeedOfRevision());
    }

    /** As {@link #refresh}, where nothing depends on it: what is not learned now is heard in a moment. */
    public void tryToRefresh() {
        try {
            refresh();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Rulings are not refreshed until the database is back: %s", e.getMessage());
        }
    }

    /** Reads what was ruled since. */
    public synchronized void refresh() throws SQLException {
        long upTo = rulings.addNewer(coder.upTo(), known);
        if (upTo != coder.upTo()) {
            coder = new RuledCoder(
                    upTo,
                    new ApplyRulings(words, vocabulary, keys, known),
                    Set.copyOf(known.keySet()),
                    known.entrySet().stream()
                            .filter(ruling -> !ApplyRulings.isCodable(ruling.getValue(), vocabulary))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()));
        }
    }
}
