package io.dripline.classification.ruling;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.classification.problem.Body;
import io.dripline.classification.problem.Violation;
import io.dripline.classification.words.WordSecrets;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.WordKeys;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes over rulings line by line, some in a transaction; a line that is refused harms no other. */
@Singleton
class ImportRulings {

    /** Few enough that nobody waits long for the transaction, in which nothing can be coded. */
    private static final int AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(ImportRulings.class);

    private final MakeRulings makeRulings;
    private final KnownRulings known;
    private final Vocabulary vocabulary;
    private final WordKeys keys;
    private final ObjectMapper json;

    ImportRulings(
            MakeRulings makeRulings,
            KnownRulings known,
            Vocabulary vocabulary,
            WordSecrets secrets,
            ObjectMapper json) {
        this.makeRulings = makeRulings;
        this.known = known;
        this.vocabulary = vocabulary;
        this.keys = secrets.keys();
        this.json = json;
    }

    /**
     * Answers each line, in order, after the commit of what it brings; 503 from where the database fails. A file that turns
     * out too long ends with a 413 for the line in which it became so.
     */
    void take(InputStream body, OutputStream answers, boolean overwrite, String who) throws IOException {
        Map<Integer, LineAnswer> answered = new TreeMap<>();
        Map<Integer, MakeRulings.Imported> readable = new TreeMap<>();
        ImportedLines lines = new ImportedLines(body);
        int number = 0;
        boolean isAway = false;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            read(number, line, who, answered, readable);
            if (answered.size() + readable.size() == AT_ONCE) {
                isAway = !store(answered, readable, isAway, overwrite, answers);
            }
        }
        if (lines.isTooLong()) {
            answered.put(number + 1, tooLong(number + 1, Body.IMPORT_LIMIT, "a file"));
        }
        store(answered, readable, isAway, overwrite, answers);
        known.tryToRefresh();
    }

    private void read(
            int number,
            byte[] line,
            String who,
            Map<Integer, LineAnswer> answered,
            Map<Integer, MakeRulings.Imported> readable) {
        if (new String(line, StandardCharsets.UTF_8).isBlank()) {
            return;
        }
        try {
            if (line.length > Body.LIMIT) {
                answered.put(number, tooLong(number, Body.LIMIT, "a line"));
            } else {
                readable.put(number, RulingLine.read(line, vocabulary, keys, who));
            }
        } catch (HttpProblem refusal) {
            answered.put(
                    number,
                    LineAnswer.refused(
                            number,
                            refusal.getStatusCode(),
                            refusal.getTitle(),
                            refusal.getDetail(),
                            violations(refusal)));
        }
    }

    /** False where the database failed, and is not asked again. */
    private boolean store(
            Map<Integer, LineAnswer> answered,
            Map<Integer, MakeRulings.Imported> readable,
            boolean isAway,
            boolean overwrite,
            OutputStream answers)
            throws IOException {
        List<RulingOutcome> outcomes = isAway ? List.of() : outcomesOf(List.copyOf(readable.values()), overwrite);
        int next = 0;
        for (int number : readable.keySet()) {
            answered.put(
                    number, outcomes.isEmpty() ? LineAnswer.away(number) : LineAnswer.of(number, outcomes.get(next++)));
        }
        boolean isStored = outcomes.size() == readable.size();
        for (LineAnswer answer : answered.values()) {
            answers.write(json.writeValueAsBytes(answer));
            answers.write('\n');
        }
        answered.clear();
        readable.clear();
        return isStored;
    }

    /** None where the database fails. */
    private List<RulingOutcome> outcomesOf(List<MakeRulings.Imported> imported, boolean overwrite) {
        try {
            return imported.isEmpty() ? List.of() : makeRulings.take(imported, overwrite);
        } catch (Exception e) {
            LOG.warnf("The database failed during an import: %s", e.getMessage());
            return List.of();
        }
    }

    private static LineAnswer tooLong(int number, long limit, String ofWhat) {
        return LineAnswer.refused(
                number, 413, "Content Too Large", "expected at most %d bytes %s".formatted(limit, ofWhat), null);
    }

    private static @Nullable List<Violation> violations(HttpProblem refusal) {
        List<Violation> violations = new ArrayList<>();
        if (refusal.getParameters().get("violations") instanceof List<?> found) {
            found.forEach(violation -> violations.add((Violation) violation));
        }
        return violations.isEmpty() ? null : violations;
    }
}
