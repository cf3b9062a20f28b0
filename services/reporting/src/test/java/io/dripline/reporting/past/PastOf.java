package io.dripline.reporting.past;

import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A past that a test makes up. */
public final class PastOf {

    private PastOf() {}

    /** Answers every question by a function, without a network. */
    public static PastCounts answering(Function<PastQuestion, PastCells> answers) {
        return new PastCounts((unit, measures, clinic, asOf, receivedUntil, storedUntil, codedAfter) ->
                RestResponse.ok(answers.apply(new PastQuestion(
                        unit == null ? null : Unit.valueOf(unit),
                        measures,
                        clinic,
                        time(asOf),
                        time(receivedUntil),
                        time(storedUntil),
                        time(codedAfter)))));
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
