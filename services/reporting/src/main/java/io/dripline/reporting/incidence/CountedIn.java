package io.dripline.reporting.incidence;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tables answer a question: those with the fewest rows in which all that it involves is kept apart.
 *
 * <ul>
 *   <li>The sums over week, clinic or route, where one of the three is not involved: over the first of them in this order,
 *       because of that the fewest are left.
 *   <li>The roll-ups, where all three are, or where the generation was counted before those sums were kept.
 *   <li>The cells, where anything else is involved.
 * </ul>
 *
 * @param counts the table of exposures, as {@code c}
 * @param measures the table of affected exposures with the columns of their place, as {@code c} too
 * @param condition that its rows must meet
 */
record CountedIn(String counts, String measures, String condition) {

    private static final CountedIn CELLS =
            new CountedIn("cell c", "cell c join cell_measure m on m.cell_id = c.id", "");
    private static final CountedIn ROLL_UPS =
            new CountedIn("rollup c", "rollup c join rollup_measure m on m.rollup_id = c.id", "");

    /**
     * @param involved what the question tells exposures apart by
     * @param inMarginals whether of the generation that is asked for those sums are kept
     */
    static CountedIn of(Set<Dimension> involved, boolean inMarginals) {
        if (!involved.stream().allMatch(Dimension::inRollUps)) {
            return CELLS;
        }
        return inMarginals ? summedOver(involved).map(CountedIn::marginal).orElse(ROLL_UPS) : ROLL_UPS;
    }

    private static Optional<Dimension> summedOver(Set<Dimension> involved) {
        return Stream.of(Dimension.WEEK, Dimension.CLINIC, Dimension.ROUTE)
                .filter(dimension -> !involved.contains(dimension))
                .findFirst();
    }

    private static CountedIn marginal(Dimension over) {
        return new CountedIn("marginal c", "marginal_measure c", " and c.summed_over = '%s'".formatted(over.name()));
    }
}
