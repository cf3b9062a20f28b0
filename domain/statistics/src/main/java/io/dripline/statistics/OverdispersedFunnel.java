package io.dripline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Clinics side by side: how far each one's proportion lies from that of all, when clinics differ more than chance lets
 * them. Proportions are arcsine-transformed; z-scores winsorised by a tenth on either side give the over-dispersion, which
 * is added to each clinic's own variance.
 *
 * <p>Source: D. J. Spiegelhalter (2005), Stat. Med. 24.
 *
 * @param phi over-dispersion factor: the mean squared winsorised z-score, 0 or more
 * @param tau2 variance between clinics on the arcsine scale, 0 or more
 * @param z adjusted z-scores, one a clinic in the order given
 */
public record OverdispersedFunnel(double phi, double tau2, List<Double> z) {

    private static final double WINSORISED = 0.1;

    public OverdispersedFunnel {
        z = List.copyOf(z);
        if (!(phi >= 0 && tau2 >= 0 && tau2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "expected phi and tau2 of 0 or more, found %s and %s".formatted(phi, tau2));
        }
    }

    /** @param clinics at least two, each with at least one exposure */
    public static OverdispersedFunnel of(List<Counts> clinics) {
        if (clinics.size() < 2) {
            throw new IllegalArgumentException("expected at least 2 clinics to compare, found " + clinics.size());
        }
        clinics.forEach(Expect::someExposure);
        double centre = arcsine(clinics.stream().reduce(Counts.ZERO, Counts::plus));
        double[] raw = clinics.stream()
                .mapToDouble(clinic -> (arcsine(clinic) - centre) / deviation(clinic))
                .toArray();
        int count = raw.length;
        double phi = Arrays.stream(winsorised(raw)).map(z -> z * z).sum() / count;
        long all = clinics.stream().mapToLong(Counts::exposed).reduce(0, Math::addExact);
        // The sum of the weights less that of their squares over it, without the cancellation of one clinic among
        // dwarfs.
        double spread = clinics.stream()
                .mapToDouble(clinic -> 4.0 * clinic.exposed() * (all - clinic.exposed()) / all)
                .sum();
        double tau2 = Math.max(0, (count * phi - (count - 1)) / spread);
        return new OverdispersedFunnel(
                phi,
                tau2,
                clinics.stream()
                        .map(clinic ->
                                (arcsine(clinic) - centre) / Math.sqrt(deviation(clinic) * deviation(clinic) + tau2))
                        .toList());
    }

    /**
     * Between which proportions a clinic of this size is expected.
     *
     * @param all the counts of all clinics together
     * @param exposed of one clinic, 1 or more
     * @param z limit on the adjusted z-score, e.g. 1.96 or 3.09; 0 or more
     */
    public Interval limits(Counts all, long exposed, double z) {
        Expect.someExposure(all);
        if (exposed < 1 || !(z >= 0)) {
            throw new IllegalArgumentException(
                    "expected exposed >= 1 and z >= 0, found %d and %s".formatted(exposed, z));
        }
        double half = z * Math.sqrt(1 / (4.0 * exposed) + tau2);
        return new Interval(proportion(arcsine(all) - half), proportion(arcsine(all) + half));
    }

    private static double arcsine(Counts counts) {
        return StrictMath.asin(Math.sqrt((double) counts.affected() / counts.exposed()));
    }

    private static double proportion(double arcsine) {
        double sine = StrictMath.sin(Math.clamp(arcsine, 0, Math.PI / 2));
        return sine * sine;
    }

    /** Standard deviation of the arcsine-transformed proportion. */
    private static double deviation(Counts counts) {
        return 1 / (2 * Math.sqrt(counts.exposed()));
    }

    private static double[] winsorised(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = quantile(sorted, WINSORISED);
        double high = quantile(sorted, 1 - WINSORISED);
        return Arrays.stream(values).map(value -> Math.clamp(value, low, high)).toArray();
    }

    /** Linear between the order statistics (Hyndman and Fan's type 7). */
    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
