package io.dripline.classification.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Line;
import io.dripline.classification.words.WordSecrets;
import io.dripline.coding.CodeWords;
import io.dripline.coding.Vocabulary;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A second instance on the same database, beside the one under test. */
@QuarkusTest
@TestSurroundings
class HearRulingsTest {

    /** Less than the five seconds after which an instance that heard nothing looks by itself. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Inject
    DataSource dataSource;

    @Inject
    Rulings rulings;

    @Inject
    CodeWords words;

    @Inject
    Vocabulary vocabulary;

    @Inject
    WordSecrets secrets;

    @Inject
    KnownRulings here;

    private final String about = "quonked " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";

    @Test
    void anotherInstanceHearsOfARulingAtOnce() throws Exception {
        KnownRulings there = new KnownRulings(rulings, words, vocabulary, secrets);
        HearRulings hear = new HearRulings(dataSource, there);
        hear.start(new StartupEvent());
        try {
            Imports.rule(about);
            Line.patiently().until(() -> knows(there, about));

            Imports.rule(about + " again");

            Line.patiently().atMost(AT_ONCE).until(() -> knows(there, about + " again"));
            assertThat(knows(here, about + " again")).isTrue();
        } finally {
            hear.stop(new ShutdownEvent());
        }
    }

    private static boolean knows(KnownRulings known, String words) {
        return known.coder().ruledOn().contains(TestWordKeys.of(words));
    }
}
