package io.dripline.local.demo.clinic;

import io.dripline.contracts.coding.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the words of a report are about. */
public enum Finding {
    CNS(Category.CNS, 0.06),
    GI(Category.GI, 0.05),
    CARDIOVASCULAR(Category.CARDIOVASCULAR, 0.01),
    HEPATIC(Category.HEPATIC, 0.005),
    UROGENITAL(Category.UROGENITAL, 0.005),
    OTHER(Category.OTHER, 0.06),
    /** Words that only a person can judge: they raise what is possible and nothing else, so there are few. */
    UNCLEAR(null, 0.003),
    /** Words that state that nothing happened. */
    NO_EVENT(null, 0);

    /** Share of courses with a CNS event at a clinic and in a week of excess. */
    private static final double EXCESS = 0.18;

    /** What can happen in a course. */
    static final List<Finding> EVENTS =
            Arrays.stream(values()).filter(finding -> finding.share > 0).toList();

    private final @Nullable Category category;
    private final double share;

    Finding(@Nullable Category category, double share) {
        this.category = category;
        this.share = share;
    }

    /** The category that such words are coded to; empty where they are coded to none. */
    public Optional<Category> category() {
        return Optional.ofNullable(category);
    }

    /**
     * The probability that it happens in a course.
     *
     * @param week 1 for the demo's first week
     */
    public double share(DemoClinic clinic, int week) {
        return this == CNS && clinic.hasExcess(week) ? EXCESS : share;
    }
}
