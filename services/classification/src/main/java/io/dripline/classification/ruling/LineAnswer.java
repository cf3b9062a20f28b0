package io.dripline.classification.ruling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.classification.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an import.
 *
 * @param line its number in the file, from 1
 * @param status 201 it holds now, 200 it held already, 409 another ruling stays, 400, 413 and 422 refused, 503 the
 *     database failed: sending the line again is safe
 * @param review the words' id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineAnswer(
        int line,
        int status,
        @Nullable String review,
        @Nullable Long sessionsAffected,
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<Violation> violations) {

    static LineAnswer of(int line, RulingOutcome outcome) {
        return switch (outcome) {
            case RulingOutcome.Made(Ruling ruling) ->
                new LineAnswer(line, 201, ruling.review(), ruling.sessionsAffected(), null, null, null);
            case RulingOutcome.Unchanged(Ruling ruling) ->
                new LineAnswer(line, 200, ruling.review(), 0L, null, null, null);
            case RulingOutcome.Kept(Ruling ruling) ->
                new LineAnswer(
                        line,
                        409,
                        ruling.review(),
                        0L,
                        "Conflict",
                        ruling.origin() == null
                                ? "a ruling was made here; overwrite=true replaces it"
                                : "a ruling of %s that is not older was imported; overwrite=true replaces it"
                                        .formatted(ruling.origin()),
                        null);
            case RulingOutcome.Stale stale -> throw new IllegalStateException("an import revises whatever holds");
            case RulingOutcome.UnknownWords unknown -> throw new IllegalStateException("an import brings its words");
        };
    }

    static LineAnswer away(int line) {
        return refused(
                line,
                503,
                "Service Unavailable",
                "The database cannot be reached; sending the same again is safe",
                null);
    }

    static LineAnswer refused(
            int line,
            int status,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<Violation> violations) {
        return new LineAnswer(line, status, null, null, title, detail, violations);
    }
}
