package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.Route;
import io.dripline.statistics.Counts;
import io.dripline.statistics.RandomEffects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pools the figures of one measure where at least three studies printed it with counts in comparable cohorts: patients, each
 * counted once over one treatment (an infusion or a course), who got ketamine by a route that reaches the whole body. A
 * study enters once, with its largest arm. What officers state with nulls does not enter: it is said of the number that they gave,
 * and not of the counts that are printed. See docs/decisions/0016.
 */
final class PoolStudies {

    private static final Set<String> ONE_TREATMENT = Set.of(Window.INFUSION.words(), Window.COURSE.words());

    /** They act where they are given. */
    private static final Set<Route> LOCAL = EnumSet.of(Route.TOPICAL, Route.EPIDURAL);

    private PoolStudies() {}

    /** A figure for each measure that enough studies printed, in the order in which the measures were first printed. */
    static List<Baseline> of(List<Baseline> catalogue) {
        List<Baseline> pooled = new ArrayList<>();
        comparable(catalogue).forEach((measure, figures) -> {
            if (figures.size() >= RandomEffects.FEWEST_STUDIES) {
                pooled.add(pool(measure, figures));
            }
        });
        return pooled;
    }

    /** What can be pooled, by measure: one figure for each study, however few the studies are. */
    static Map<String, List<Baseline>> comparable(List<Baseline> catalogue) {
        Map<String, Map<String, Baseline>> byMeasure = new LinkedHashMap<>();
        catalogue.stream()
                .filter(PoolStudies::isComparable)
                .forEach(figure -> byMeasure
                        .computeIfAbsent(figure.measure(), measure -> new LinkedHashMap<>())
                        .merge(figure.study(), figure, PoolStudies::larger));
        Map<String, List<Baseline>> comparable = new LinkedHashMap<>();
        byMeasure.forEach((measure, studies) -> comparable.put(measure, List.copyOf(studies.values())));
        return comparable;
    }

    /** A logit needs affected and unaffected, so a study without either cannot enter. */
    private static boolean isComparable(Baseline figure) {
        Workings workings = figure.workings();
        OptionalLong x = NullFromFigure.affected(figure);
        Long n = figure.n();
        return figure.standing() != Standing.IMPOSSIBLE
                && !workings.control()
                && workings.narrowedTo() == null
                && workings.repeats() == null
                && figure.unit() == Unit.FIRST_COURSE
                && figure.window() != null
                && ONE_TREATMENT.contains(figure.window())
                && (figure.route() == null || !LOCAL.contains(figure.route()))
                && n != null
                && x.isPresent()
                && x.getAsLong() > 0
                && x.getAsLong() < n;
    }

    /** Arms of one trial are not independent studies: the one of most patients, the first printed where there are as many. */
    private static Baseline larger(Baseline first, Baseline later) {
        Comparator<Baseline> byPatients = Comparator.comparingLong(figure -> Objects.requireNonNull(figure.n()));
        return byPatients.compare(later, first) > 0 ? later : first;
    }

    private static Baseline pool(String measure, List<Baseline> figures) {
        List<Counts> studies = figures.stream().map(PoolStudies::counts).toList();
        PooledNull pooled = PooledNull.of(studies);
        return new Baseline(
                "pooled-" + measure.toLowerCase(Locale.ROOT),
                joined(figures, Baseline::study),
                joined(figures, Baseline::citation),
                "Pooled from %d studies".formatted(studies.size()),
                null,
                "patients, each counted once over one treatment",
                studies.stream().mapToLong(Counts::exposed).sum(),
                common(figures, Baseline::indication),
                common(figures, Baseline::route),
                common(figures, Baseline::formulation),
                null,
                "ketamine",
                measure,
                joined(figures, Baseline::measurePrinted),
                FigureKind.RANGE,
                String.format(
                        Locale.ROOT,
                        "prediction interval %.1f-%.1f%% of %s",
                        100 * pooled.interval().low(),
                        100 * pooled.interval().high(),
                        PooledNull.inWords(studies)),
                pooled.interval().low(),
                pooled.interval().high(),
                null,
                Unit.FIRST_COURSE,
                joined(figures, Baseline::window),
                common(figures, Baseline::ascertainment),
                null,
                Standing.USABLE,
                "Computed here from %s. %s"
                        .formatted(
                                figures.stream().map(Baseline::id).collect(Collectors.joining(", ")),
                                PooledNull.WARNING),
                Workings.ofPool(figures.stream().map(Baseline::id).toList()));
    }

    private static Counts counts(Baseline figure) {
        return new Counts(
                Objects.requireNonNull(figure.n()),
                NullFromFigure.affected(figure).orElseThrow());
    }

    private static String joined(Collection<Baseline> figures, Function<Baseline, @Nullable String> field) {
        return figures.stream().map(field).map(String::valueOf).distinct().collect(Collectors.joining(", "));
    }

    /** What all of them say, null where one says otherwise or nothing. */
    private static <T> @Nullable T common(Collection<Baseline> figures, Function<Baseline, @Nullable T> field) {
        T first = field.apply(figures.iterator().next());
        return figures.stream().allMatch(figure -> Objects.equals(field.apply(figure), first)) ? first : null;
    }
}
