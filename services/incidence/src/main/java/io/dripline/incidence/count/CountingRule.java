package io.dripline.incidence.count;

import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import io.dripline.counting.CountPatient;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * What a generation is counted by. It is stored with the counts, because counts made under one rule cannot be amended
 * under another: what an amendment takes away must be what was added.
 */
public final class CountingRule {

    /** Of the way in which exposures and replaced first courses are told; it grows when that changes. */
    private static final int COUNTING = 2;

    private final int generation;
    private final Measures measures;
    private final Duration courseGap;
    private final String inWords;

    /**
     * @param generation 1 or more
     * @param courseGap more than zero
     */
    public CountingRule(int generation, Measures measures, Duration courseGap) {
        if (generation < 1) {
            throw new IllegalArgumentException(
                    "dripline.incidence.generation: expected 1 or more, found " + generation);
        }
        this.generation = generation;
        this.measures = measures;
        this.courseGap = courseGap;
        this.inWords = inWords(measures, courseGap);
    }

    int generation() {
        return generation;
    }

    CountPatient countPatient() {
        return new CountPatient(measures, courseGap);
    }

    /** The rule in words, the same for equal rules only. */
    String inWords() {
        return inWords;
    }

    private static String inWords(Measures measures, Duration courseGap) {
        return measures.defined().stream()
                .sorted(Comparator.comparing(DefinedMeasure::id))
                .map(measure -> "%s version %d %s"
                        .formatted(
                                measure.id(),
                                measure.version(),
                                measure.terms().stream().sorted().toList()))
                .collect(Collectors.joining("; ", "counting " + COUNTING + "; course gap " + courseGap + "; ", ""));
    }

    /**
     * Refuses to go on with counts of another rule.
     *
     * @throws OtherRuleException saying what to do
     */
    void mustBe(String counted) {
        if (!counted.equals(inWords())) {
            throw new OtherRuleException(
                    "Generation %d was counted by another rule: run ./dripline rebuild, or where that is not at hand set dripline.incidence.generation to %d to count anew (docs/operating.md). Counted by: %s. Now: %s"
                            .formatted(generation, generation + 1, counted, inWords()));
        }
    }
}
