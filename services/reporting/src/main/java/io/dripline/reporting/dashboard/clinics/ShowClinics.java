package io.dripline.reporting.dashboard.clinics;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.chart.FunnelPlot;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.funnel.ClinicFunnel;
import io.dripline.reporting.funnel.ClinicFunnel.FunnelClinic;
import io.dripline.reporting.incidence.AnswerIncidence;
import io.dripline.reporting.incidence.Dimension;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.Incidence;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.incidence.Rate;
import io.dripline.reporting.monitor.Monitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads what the clinics' page shows of the exposures that were asked for. */
@ApplicationScoped
class ShowClinics {

    /** Weeks that are over whose posting is looked at, as on the overview. */
    private static final int POSTED_WEEKS = 12;

    private final AnswerIncidence answerIncidence;
    private final Incidences incidences;
    private final ClinicWeeks clinicWeeks;
    private final Monitors monitors;
    private final FollowingStatus following;
    private final Jdbi jdbi;
    private final Clock clock;

    ShowClinics(
            AnswerIncidence answerIncidence,
            Incidences incidences,
            ClinicWeeks clinicWeeks,
            Monitors monitors,
            @Readiness FollowingStatus following,
            Jdbi jdbi,
            Clock clock) {
        this.answerIncidence = answerIncidence;
        this.incidences = incidences;
        this.clinicWeeks = clinicWeeks;
        this.monitors = monitors;
        this.following = following;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What is known of clinics beside their rates. */
    private record Known(
            List<String> clinics,
            Map<String, IncidenceSum> sessions,
            Map<String, PostedWeeks> posted,
            Map<String, IsoWeek> lastWeeks) {}

    ClinicsView view(IncidenceQuestion question) {
        IsoWeek thisWeek = IsoWeek.of(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        IsoWeek postedFrom = thisWeek.plus(-POSTED_WEEKS);
        IsoWeek postedTo = thisWeek.plus(-1);
        String notCurrent = following.whyNotCurrent();
        Incidence byClinic = answerIncidence.answer(question);
        ClinicFunnel funnel = ClinicFunnel.of(byClinic);
        Known known = jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, handle -> known(handle, question, postedFrom, postedTo));
        List<ClinicLine> lines = lines(question, byClinic, funnel, known, thisWeek);
        Map<String, String> cohort = cohort(question);
        String words = "%s, %s, %s"
                .formatted(Words.measure(funnel.measure()), Words.cohort(cohort), Words.units(funnel.unit()));
        FunnelPlot.Drawn drawn = picture(funnel, lines, words, period(question));
        return new ClinicsView(
                funnel,
                words,
                period(question),
                "weeks %s to %s".formatted(postedFrom, postedTo),
                query(question, cohort),
                all(funnel),
                drawn == null ? null : drawn.picture(),
                drawn == null ? 0 : drawn.unnamed(),
                lines,
                new ShownTime(byClinic.asOf()),
                notCurrent);
    }

    private Known known(Handle handle, IncidenceQuestion question, IsoWeek postedFrom, IsoWeek postedTo) {
        IncidenceQuestion sessions = new IncidenceQuestion(
                List.of(Measures.ANY),
                Unit.SESSION,
                question.cohort(),
                question.from(),
                question.to(),
                Dimension.CLINIC);
        return new Known(
                monitors.clinics(handle),
                incidences.answer(handle, sessions).stream()
                        .collect(Collectors.toMap(sum -> String.valueOf(sum.key()), Function.identity())),
                clinicWeeks.posted(handle, postedFrom, postedTo).stream()
                        .collect(Collectors.toMap(PostedWeeks::clinic, Function.identity())),
                clinicWeeks.lastWeeks(handle));
    }

    /** Every clinic that was ever seen, and those of which only the posting is known. */
    private static List<ClinicLine> lines(
            IncidenceQuestion question, Incidence byClinic, ClinicFunnel funnel, Known known, IsoWeek thisWeek) {
        Map<String, Rate> rates = byClinic.rows().stream()
                .collect(Collectors.toMap(rate -> String.valueOf(rate.key()), Function.identity()));
        Map<String, FunnelClinic> compared =
                funnel.rows().stream().collect(Collectors.toMap(FunnelClinic::clinic, Function.identity()));
        TreeSet<String> names = new TreeSet<>(known.clinics());
        names.addAll(rates.keySet());
        names.addAll(known.lastWeeks().keySet());
        List<ClinicLine> lines = new ArrayList<>();
        for (String name : names) {
            Map<String, String> filters = cohort(question);
            filters.put(Dimension.CLINIC.field(), name);
            filters.putAll(weeks(question));
            filters.put("unit", question.unit().name());
            lines.add(new ClinicLine(
                    name,
                    funnel.measure(),
                    filters,
                    question.unit(),
                    rates.get(name),
                    compared.get(name),
                    known.sessions().get(name),
                    known.posted().get(name),
                    known.lastWeeks().get(name),
                    thisWeek));
        }
        return lines;
    }

    private static Map<String, String> cohort(IncidenceQuestion question) {
        Map<String, String> cohort = new TreeMap<>();
        question.cohort().forEach((dimension, value) -> cohort.put(dimension.field(), value));
        return cohort;
    }

    private static Map<String, String> weeks(IncidenceQuestion question) {
        Map<String, String> weeks = new TreeMap<>();
        if (question.from() != null) {
            weeks.put("from", question.from().toString());
        }
        if (question.to() != null) {
            weeks.put("to", question.to().toString());
        }
        return weeks;
    }

    private static String query(IncidenceQuestion question, Map<String, String> cohort) {
        Map<String, String> parameters = new TreeMap<>(cohort);
        parameters.putAll(weeks(question));
        parameters.put("measure", question.measures().getFirst());
        parameters.put("unit", question.unit().name());
        return Addresses.with("", parameters);
    }

    private static String period(IncidenceQuestion question) {
        if (question.from() == null) {
            return question.to() == null ? "all weeks" : "weeks up to " + question.to();
        }
        return question.to() == null
                ? "weeks from " + question.from()
                : "weeks %s to %s".formatted(question.from(), question.to());
    }

    private static @Nullable String all(ClinicFunnel funnel) {
        return funnel.rate() == null
                ? null
                : "%s (%s of %s)"
                        .formatted(
                                Figures.percent(funnel.rate()),
                                Figures.count(funnel.affected()),
                                Figures.count(funnel.exposed()));
    }

    private static FunnelPlot.@Nullable Drawn picture(
            ClinicFunnel funnel, List<ClinicLine> lines, String words, String period) {
        Double rate = funnel.rate();
        if (rate == null) {
            return null;
        }
        List<FunnelPlot.Group> groups = lines.stream()
                .filter(line -> line.compared() != null)
                .map(line -> group(line, Objects.requireNonNull(line.compared())))
                .toList();
        long largest = groups.stream().mapToLong(FunnelPlot.Group::size).max().orElseThrow();
        List<FunnelPlot.Limits> limits = new ArrayList<>();
        for (long size : FunnelPlot.sizes(largest)) {
            ClinicFunnel.Limits at = funnel.limitsAt(size);
            if (at != null) {
                limits.add(new FunnelPlot.Limits(size, at.of95(), at.of998()));
            }
        }
        return FunnelPlot.draw(
                "Clinics beside one another: %s, %s".formatted(words, period),
                "All clinics: %s. Line: between which rates 95 %% of clinics of a size lie; broken line: 99.8 %%. Beyond the outer limits: %s."
                        .formatted(all(funnel), beyond(lines)),
                groups,
                limits,
                rate,
                "exposed " + Words.units(funnel.unit()));
    }

    private static FunnelPlot.Group group(ClinicLine line, FunnelClinic compared) {
        ClinicLine.Place place = line.place();
        return new FunnelPlot.Group(
                compared.exposed(),
                compared.rate(),
                Objects.requireNonNullElse(compared.z(), 0.0),
                place.shape(),
                place.css(),
                line.clinic(),
                "%s: %s (%s), %s".formatted(line.clinic(), line.percent(), line.counts(), place.words()));
    }

    private static String beyond(List<ClinicLine> lines) {
        List<String> beyond = lines.stream()
                .filter(line -> line.place() == ClinicLine.Place.ABOVE || line.place() == ClinicLine.Place.BELOW)
                .map(ClinicLine::clinic)
                .toList();
        return beyond.isEmpty() ? "none" : String.join(", ", beyond);
    }
}
