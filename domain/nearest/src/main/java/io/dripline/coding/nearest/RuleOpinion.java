package io.dripline.coding.nearest;

import io.dripline.coding.NearestTerms;
import io.dripline.contracts.coding.Category;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules found in some of the words, as one opinion beside the others. How much it is worth depends on how much of the
 * text they could read, and on whether that names a system: "pain", "bleeding" and "a rash" are OTHER wherever they are, and
 * the words around say where. So there is one opinion of each kind, of which all but one say nothing.
 */
final class RuleOpinion {

    /** A system or none, by more than half of the words or by fewer. */
    static final int KINDS = 4;

    private static final double SURE = 0.9;

    private RuleOpinion() {}

    static List<double[]> of(NearestTerms.@Nullable Named named) {
        double[][] opinions = new double[KINDS][];
        Arrays.setAll(opinions, kind -> nothing());
        if (named != null) {
            opinions[kind(named)] = said(named);
        }
        return List.of(opinions);
    }

    private static double[] nothing() {
        double[] alike = new double[SoftmaxClassifier.CLASSES];
        Arrays.fill(alike, 1.0 / alike.length);
        return alike;
    }

    private static double[] said(NearestTerms.Named named) {
        double[] shares = new double[SoftmaxClassifier.CLASSES];
        Arrays.fill(shares, (1 - SURE) / (shares.length - 1));
        shares[named.category().ordinal()] = SURE;
        return shares;
    }

    private static int kind(NearestTerms.Named named) {
        int system = named.category() == Category.OTHER ? 2 : 0;
        return named.read() > named.unread() ? system : system + 1;
    }
}
