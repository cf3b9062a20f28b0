package io.dripline.coding.nearest;

import io.dripline.coding.NearestTerms;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules found in some of the words, as one opinion beside the others. How much it is worth depends on how much of the
 * text they could read, so there is one opinion of each kind, of which all but one say nothing.
 */
final class RuleOpinion {

    /** Most of the words were read, about half, few. */
    static final int KINDS = 3;

    private static final double MOST = 0.6;
    private static final double HALF = 0.34;
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
        double share = (double) named.read() / (named.read() + named.unread());
        if (share > MOST) {
            return 0;
        }
        return share > HALF ? 1 : 2;
    }
}
