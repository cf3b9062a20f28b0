package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.FigureKind;
import io.dripline.reporting.baseline.Standing;
import io.dripline.reporting.baseline.StudyCohort;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.measure.StudyLine.Resemblance;
import io.dripline.reporting.incidence.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how far a published figure and the exposures that are shown can be held against one another, and why. */
final class HoldAgainst {

    /** What speaks against it, and what is not known. */
    record Held(Resemblance resemblance, List<String> why) {}

    private final Baseline figure;
    private final Shown shown;
    private final List<String> unlike = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();

    private HoldAgainst(Baseline figure, Shown shown) {
        this.figure = figure;
        this.shown = shown;
    }

    static Held of(Baseline figure, Shown shown) {
        HoldAgainst held = new HoldAgainst(figure, shown);
        held.figureItself();
        held.whatWasCounted();
        StudyCohort cohort = StudyCohort.of(figure);
        Dimension.ofCohorts().stream()
                .filter(dimension -> dimension != Dimension.CLINIC)
                .forEach(dimension -> held.cohort(dimension, cohort.values().get(dimension)));
        return held.held();
    }

    private Held held() {
        List<String> why = new ArrayList<>(unlike);
        why.addAll(unclear);
        if (!unlike.isEmpty()) {
            return new Held(Resemblance.UNLIKE, why);
        }
        return unclear.isEmpty()
                ? new Held(Resemblance.LIKE, List.of("Counted in the like of what is shown."))
                : new Held(Resemblance.UNCLEAR, why);
    }

    private void figureItself() {
        switch (figure.standing()) {
            case IMPOSSIBLE -> unlike.add("It contradicts itself.");
            case NO_NUMBER -> unlike.add("It is printed in words.");
            case DISCORDANT -> unclear.add("It disagrees with other printed figures.");
            case USABLE -> {}
        }
        if (figure.kind() == FigureKind.RELATIVE_RISK) {
            unlike.add("A ratio of two risks says nothing of either.");
        }
        if (figure.workings().control()) {
            unlike.add("Its arm had no ketamine.");
        }
        if (figure.workings().repeats() != null) {
            unlike.add("It prints again what stands here already.");
        }
        if (figure.workings().narrowedTo() != null) {
            unlike.add("It counts %s only.".formatted(figure.workings().narrowedTo()));
        }
    }

    private void whatWasCounted() {
        if (figure.countsLongTermUse()) {
            unlike.add("It was counted over long-term use, in which more happens.");
        } else if (figure.window() == null && figure.standing() != Standing.NO_NUMBER) {
            unclear.add("Over which time it was counted is not stated.");
        }
        if (figure.unit() == null) {
            unclear.add("Whether patients or treatments were counted is not stated.");
        } else if (figure.unit() != shown.unit()) {
            unlike.add(
                    figure.unit() == Unit.FIRST_COURSE
                            ? "It counts each patient once; shown are %s.".formatted(Words.units(shown.unit()))
                            : "It counts %s; shown are %s."
                                    .formatted(Words.units(figure.unit()), Words.units(shown.unit())));
        }
    }

    private void cohort(Dimension dimension, @Nullable List<String> ofStudy) {
        String field = dimension.field();
        String ours = shown.cohort().get(field);
        if (ofStudy == null) {
            // What is not filtered by and not stated either is alike as far as anybody can say.
            if (ours != null) {
                unclear.add("Its %s is not stated; shown is %s.".formatted(name(field), Words.value(field, ours)));
            } else if (dimension == Dimension.ASCERTAINMENT) {
                unclear.add("How events were asked for is not stated.");
            }
            return;
        }
        String stated = ofStudy.stream().map(value -> Words.value(field, value)).collect(Collectors.joining(" or "));
        if (ours == null) {
            unclear.add("Its %s is %s; shown are all.".formatted(name(field), stated));
        } else if (!ofStudy.contains(ours)) {
            unlike.add("Its %s is %s; shown is %s.".formatted(name(field), stated, Words.value(field, ours)));
        }
    }

    private static String name(String field) {
        return Map.of(
                        "doseBand",
                        "planned dose",
                        "regimen",
                        "number of planned sessions",
                        "ascertainment",
                        "way of asking")
                .getOrDefault(field, field);
    }
}
