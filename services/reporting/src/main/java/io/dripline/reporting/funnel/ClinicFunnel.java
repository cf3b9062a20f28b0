package io.dripline.reporting.funnel;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.incidence.Incidence;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.OverdispersedFunnel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code GET /api/funnel}: each clinic's rate held against that of all, with over-dispersion
 * ({@link OverdispersedFunnel}). It compares clinics with one another and not with the literature.
 *
 * @param exposed exposures at all clinics
 * @param affected of those, affected
 * @param rate affected / exposed; null without exposure
 * @param phi over-dispersion factor, null where nothing can be compared
 * @param tau2 variance between clinics on the arcsine scale, null where nothing can be compared
 * @param remark why nothing can be compared, or how little the comparison can say; null otherwise
 * @param asOf when the newest change counted here was applied
 * @param generation the complete count that was read
 */
public record ClinicFunnel(
        String measure,
        Unit unit,
        List<FunnelClinic> rows,
        long exposed,
        long affected,
        @Nullable Double rate,
        @Nullable Double phi,
        @Nullable Double tau2,
        @Nullable String remark,
        Instant asOf,
        int generation) {

    private static final double Z_95 = 1.959963984540054;
    private static final double Z_998 = 3.090232306167813;

    /**
     * One clinic of the funnel.
     *
     * @param clinic its id
     * @param exposed exposures, 1 or more
     * @param affected of those, affected
     * @param rate affected / exposed
     * @param z adjusted z-score; as all that follows null where nothing can be compared
     * @param limits95 between which rates 95 % of clinics of its size lie, [low, high]
     * @param limits998 between which rates 99.8 % of clinics of its size lie, [low, high]
     * @param beyond95 whether it lies outside the former
     * @param beyond998 whether it lies outside the latter
     */
    public record FunnelClinic(
            String clinic,
            long exposed,
            long affected,
            double rate,
            @Nullable Double z,

            @JsonFormat(shape = JsonFormat.Shape.ARRAY)
            @Schema(type = SchemaType.ARRAY, implementation = double.class)
            @Nullable
            Interval limits95,

            @JsonFormat(shape = JsonFormat.Shape.ARRAY)
            @Schema(type = SchemaType.ARRAY, implementation = double.class)
            @Nullable
            Interval limits998,

            @Nullable Boolean beyond95,
            @Nullable Boolean beyond998) {}

    /** @param byClinic the rates to compare, one a clinic, each with exposure */
    public static ClinicFunnel of(Incidence byClinic) {
        List<Counts> clinics = byClinic.rows().stream()
                .map(row -> new Counts(row.exposed(), row.affected()))
                .toList();
        Counts all = clinics.stream().reduce(Counts.ZERO, Counts::plus);
        boolean comparable = clinics.size() >= 2 && all.affected() > 0 && all.unaffected() > 0;
        OverdispersedFunnel funnel = comparable ? OverdispersedFunnel.of(clinics) : null;
        List<FunnelClinic> rows = new ArrayList<>();
        for (int i = 0; i < clinics.size(); i++) {
            rows.add(clinic(byClinic.rows().get(i), all, funnel, i));
        }
        return new ClinicFunnel(
                byClinic.measure(),
                byClinic.unit(),
                rows,
                all.exposed(),
                all.affected(),
                all.exposed() == 0 ? null : (double) all.affected() / all.exposed(),
                funnel == null ? null : funnel.phi(),
                funnel == null ? null : funnel.tau2(),
                remark(clinics.size(), all),
                byClinic.asOf(),
                byClinic.generation());
    }

    /**
     * Between which rates clinics of any size are expected, to be drawn.
     *
     * @param exposed 1 or more
     * @return null where nothing can be compared
     */
    public @Nullable Limits limitsAt(long exposed) {
        if (phi == null || tau2 == null) {
            return null;
        }
        OverdispersedFunnel funnel = new OverdispersedFunnel(phi, tau2, List.of());
        Counts all = new Counts(this.exposed, affected);
        return new Limits(funnel.limits(all, exposed, Z_95), funnel.limits(all, exposed, Z_998));
    }

    /** Between which rates clinics of one size lie. @param of95 95 % of them @param of998 99.8 % of them */
    public record Limits(Interval of95, Interval of998) {}

    private static FunnelClinic clinic(Rate row, Counts all, @Nullable OverdispersedFunnel funnel, int index) {
        String name = String.valueOf(row.key());
        double rate = (double) row.affected() / row.exposed();
        if (funnel == null) {
            return new FunnelClinic(name, row.exposed(), row.affected(), rate, null, null, null, null, null);
        }
        double z = funnel.z().get(index);
        return new FunnelClinic(
                name,
                row.exposed(),
                row.affected(),
                rate,
                z,
                funnel.limits(all, row.exposed(), Z_95),
                funnel.limits(all, row.exposed(), Z_998),
                Math.abs(z) > Z_95,
                Math.abs(z) > Z_998);
    }

    private static @Nullable String remark(int clinics, Counts all) {
        if (clinics < 2) {
            return "A funnel compares at least two clinics with exposures, found %d.".formatted(clinics);
        }
        if (all.affected() == 0) {
            return "No exposure is affected at any clinic, so none differs from the others.";
        }
        if (all.unaffected() == 0) {
            return "Every exposure is affected at every clinic, so none differs from the others.";
        }
        return clinics == 2
                ? "Of two clinics neither can lie beyond the limits: what they differ by is taken for how clinics differ."
                : null;
    }
}
