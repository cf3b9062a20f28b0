package io.dripline.reporting.baseline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as a page to read: place by place, each figure with the null that it gives. */
final class BaselinesPage {

    private static final String HEAD = """
            # What the literature printed

            Every frequency of adverse effects that the evidence review prints (ISCRR for WorkSafe Victoria, 2021), place by place: %d figures,
            %s.

            Written from [baselines.yaml](../services/reporting/src/main/resources/baselines.yaml), whose head says what counts as a figure
            and what is left out, by

                mvn -pl services/reporting -am test -Dtest=BaselinesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dbaselines.page=write

            A test fails while this page differs from the file.

            **Null**: the largest incidence that is no excess over the figure. Of a range its upper end; of "up to" and of one figure without n
            the figure itself; of a count or a percentage of n patients the one-sided 95 %% Clopper-Pearson upper limit; of three or more
            studies together the upper end of their prediction interval. Words, relative risks, impossible figures and figures that count some of
            a measure's events only give none. An officer can give any figure a null (`PUT /api/baselines/{id}/null`), which then stands in place
            of the one shown here, and state with it how events were asked for and over which time they were counted; that then holds in place of what
            the source states, and is told as the officer's word or as an override
            ([how](decisions/0016-officers-decide-within-what-is-left-of-alpha.md)).

            **Standing**: usable; *discordant*, where it disagrees with other printed figures; *impossible*, where it contradicts itself or its own
            row: kept as printed, never a null; *no number*, where it is words. Derived from what is printed; the remark begins with the reason.
            """;

    private static final String POOLED = """

            ## Several studies together

            Where at least three studies print one measure with counts in comparable cohorts, the catalogue holds one more figure, `pooled-<measure>`:
            the 95 % prediction interval for the next study's proportion (random effects on the logit scale, modified Hartung-Knapp), whose upper
            end is its null. With few or small studies that is very wide. Comparable are figures of patients, each counted once over one treatment,
            who got ketamine by a route that reaches the whole body; a study enters once, with its largest arm
            ([why](decisions/0016-officers-decide-within-what-is-left-of-alpha.md)). So far each measure has these:

            """;

    private BaselinesPage() {}

    static String of(List<Baseline> figures) {
        List<Baseline> catalogue = figures.stream()
                .filter(figure -> figure.workings().pooled().isEmpty())
                .toList();
        StringBuilder page = new StringBuilder(HEAD.formatted(catalogue.size(), standings(catalogue)));
        Map<String, List<Baseline>> places = catalogue.stream()
                .collect(Collectors.groupingBy(Baseline::place, LinkedHashMap::new, Collectors.toList()));
        places.forEach((place, printed) -> {
            page.append("\n## ").append(place).append("\n");
            Map<String, List<Baseline>> sources = printed.stream()
                    .collect(Collectors.groupingBy(BaselinesPage::source, LinkedHashMap::new, Collectors.toList()));
            sources.forEach((source, rows) -> {
                page.append("\n").append(source).append("\n\n");
                page.append("| figure | counts | measure | printed | arm | n | null | standing | remark |\n");
                page.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
                rows.forEach(figure -> page.append(row(figure)));
            });
        });
        page.append(pooled(figures, PoolStudies.comparable(catalogue)));
        return page.toString();
    }

    private static String pooled(List<Baseline> figures, Map<String, List<Baseline>> comparable) {
        StringBuilder section = new StringBuilder(POOLED);
        section.append("| measure | studies | figures | null |\n| --- | --- | --- | --- |\n");
        comparable.forEach((measure, studies) -> section.append("| `%s` | %d | %s | %s |\n"
                .formatted(
                        measure,
                        studies.size(),
                        studies.stream()
                                .map(figure -> "`%s` (%d of %d)"
                                        .formatted(
                                                figure.id(),
                                                NullFromFigure.affected(figure).orElseThrow(),
                                                figure.n()))
                                .collect(Collectors.joining(", ")),
                        figures.stream()
                                .filter(figure -> !figure.workings().pooled().isEmpty()
                                        && figure.measure().equals(measure))
                                .map(figure -> "%s as `%s`".formatted(p0(figure), figure.id()))
                                .findFirst()
                                .orElse("none, too few"))));
        return section.toString();
    }

    private static String standings(List<Baseline> figures) {
        return Arrays.stream(Standing.values())
                .map(standing -> "%d %s"
                        .formatted(
                                figures.stream()
                                        .filter(figure -> figure.standing() == standing)
                                        .count(),
                                words(standing)))
                .collect(Collectors.joining(", "));
    }

    private static String source(Baseline figure) {
        return Stream.of(
                        figure.citation(),
                        figure.country(),
                        figure.population(),
                        labelled("Indication", words(figure.indication())),
                        labelled("Route", words(figure.route())),
                        labelled("Dose", figure.dose()),
                        labelled("Counted over", figure.window()))
                .filter(Objects::nonNull)
                .map(sentence -> sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1))
                .collect(Collectors.joining(". ", "", "."));
    }

    private static String labelled(String label, String value) {
        return value == null ? null : label + ": " + value;
    }

    private static String row(Baseline figure) {
        return Stream.of(
                        "`" + figure.id() + "`",
                        figure.measurePrinted(),
                        "`" + figure.measure() + "`",
                        figure.printed(),
                        figure.arm(),
                        figure.n(),
                        p0(figure),
                        words(figure.standing()),
                        remark(figure))
                .map(cell -> cell == null ? "" : cell.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String p0(Baseline figure) {
        OptionalDouble p0 = NullFromFigure.p0(figure);
        return p0.isEmpty() ? "none" : String.format(Locale.ROOT, "%.4f", p0.getAsDouble());
    }

    private static String remark(Baseline figure) {
        return Stream.of(figure.remark(), Boolean.TRUE.equals(figure.transientEffects()) ? "Transient." : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String words(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
