package io.dripline.classification.ruling;

import io.dripline.classification.problem.Body;
import io.dripline.classification.problem.Parameters;
import io.dripline.classification.problem.PlainText;
import io.dripline.coding.FindTerms;
import io.dripline.coding.Term;
import io.dripline.coding.Vocabulary;
import io.dripline.privacy.identifier.FindIdentifiers;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decides about words: terms, or that they are no adverse event.
 *
 * @param terms ids of terms, at most {@value #MOST_TERMS}; not together with notAnEvent
 */
public record NewRuling(
        @Schema(description = "Ids of terms, see GET /terms; or notAnEvent instead", maxItems = MOST_TERMS) @Nullable
        List<String> terms,

        @Nullable Boolean notAnEvent,

        @Schema(required = true, description = "Why, in a sentence that names nobody", maxLength = LONGEST_REASON)
        String reason) {

    static final int MOST_TERMS = 20;
    static final int LONGEST_REASON = 500;
    static final int LONGEST_TERM = 100;

    private static final int NEAR = 3;

    /** What was read: the terms, none where the words are no event. */
    public record Stated(List<String> terms, String reason) {}

    /**
     * Reads a decision.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming everything that is wrong, and terms that are near an
     *     unknown one
     */
    public static Stated read(InputStream json, Vocabulary vocabulary) {
        Body body = Body.read(json, Set.of("terms", "notAnEvent", "reason"));
        List<String> terms = terms(body, vocabulary);
        String reason = reason(body);
        body.refuseIfWrong();
        return new Stated(terms, reason);
    }

    static String reason(Body body) {
        String reason = body.lines("reason", LONGEST_REASON);
        if (reason == null) {
            if (!body.isWrong("reason")) {
                body.broken("reason", "expected a sentence that says why, found none");
            }
            return "";
        }
        body.refuseIdentifiers("reason", FindIdentifiers.kindsInReason(reason));
        return reason;
    }

    static List<String> terms(Body body, Vocabulary vocabulary) {
        List<String> terms = body.texts("terms", MOST_TERMS, LONGEST_TERM);
        boolean notAnEvent = body.flag("notAnEvent");
        if (body.isWrong("terms") || body.isWrong("notAnEvent")) {
            return List.of();
        }
        if (terms != null && notAnEvent) {
            body.broken("notAnEvent", "expected either terms or notAnEvent, found both");
        } else if ((terms == null || terms.isEmpty()) && !notAnEvent) {
            body.broken("terms", "expected at least one term, or else notAnEvent true");
        }
        if (terms == null) {
            return List.of();
        }
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            if (!isCodable(term, vocabulary)) {
                body.broken("terms[%d]".formatted(i), unknownTerm(term, vocabulary));
            }
        }
        return terms.stream().distinct().toList();
    }

    /**
     * The terms that an address supposes, none where it supposes that the words are no event.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming everything that is wrong
     */
    public static List<String> supposed(Parameters parameters, Vocabulary vocabulary) {
        Optional<List<String>> stated = parameters.read(
                "terms",
                "at most %d ids of terms, separated by commas".formatted(MOST_TERMS),
                NewRuling::termsBetweenCommas);
        boolean notAnEvent = parameters.flag("notAnEvent");
        parameters.refuseIfWrong();
        if (stated.isPresent() && notAnEvent) {
            parameters.broken("notAnEvent", "expected either terms or notAnEvent, found both");
        } else if (stated.isEmpty() && !notAnEvent) {
            parameters.broken("terms", "expected at least one term, or else notAnEvent=true");
        }
        List<String> terms = stated.orElse(List.of());
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            if (!isCodable(term, vocabulary)) {
                parameters.broken("terms[%d]".formatted(i), unknownTerm(term, vocabulary));
            }
        }
        parameters.refuseIfWrong();
        return terms.stream().distinct().toList();
    }

    private static List<String> termsBetweenCommas(String text) {
        List<String> terms = List.of(text.split(",", -1));
        boolean isReadable = terms.size() <= MOST_TERMS
                && terms.stream()
                        .allMatch(term -> !term.isEmpty() && term.length() <= LONGEST_TERM && PlainText.isPlain(term));
        if (!isReadable) {
            throw new IllegalArgumentException("terms");
        }
        return terms;
    }

    private static boolean isCodable(String term, Vocabulary vocabulary) {
        return vocabulary.find(term).map(Term::category).isPresent();
    }

    private static String unknownTerm(String term, Vocabulary vocabulary) {
        return "expected a term of the vocabulary, found '%s'%s".formatted(term, near(term, vocabulary));
    }

    private static String near(String term, Vocabulary vocabulary) {
        String near = new FindTerms(vocabulary)
                .matching(term, NEAR).stream().map(Term::id).collect(Collectors.joining(", "));
        return near.isEmpty() ? "; see GET /terms?q=" : "; near it are " + near;
    }
}
