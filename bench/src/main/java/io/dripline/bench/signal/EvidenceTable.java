package io.dripline.bench.signal;

import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import java.util.stream.IntStream;

/**
 * E by exposed and affected, so that a simulation looks it up. Rows end where E is beyond every threshold in use; what lies
 * further is answered with that last value.
 */
final class EvidenceTable {

    /** Times the smallest weight of a week it is still above every threshold. */
    private static final double BEYOND = 1e9;

    private final double[][] e;
    private final EProcess process;

    EvidenceTable(EProcess process, int mostExposed) {
        this.process = process;
        this.e = IntStream.rangeClosed(0, mostExposed)
                .parallel()
                .mapToObj(n -> row(process, n))
                .toArray(double[][]::new);
    }

    private static double[] row(EProcess process, int exposed) {
        int length = (int) Math.min(process.smallestAffectedToAlert(exposed, BEYOND), exposed) + 1;
        double[] row = new double[length];
        for (int x = 0; x < length; x++) {
            row[x] = Math.exp(process.lnE(new Counts(exposed, x)));
        }
        return row;
    }

    EProcess process() {
        return process;
    }

    double at(int exposed, int affected) {
        double[] row = e[exposed];
        return row[Math.min(affected, row.length - 1)];
    }
}
