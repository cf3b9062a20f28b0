package io.dripline.bench.reading;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What is asked of {@code /api/incidence}, by kind. */
record Questions(String name, Function<Random, String> query) {

    private static final List<String> UNITS = List.of("SESSION", "COURSE", "FIRST_COURSE");
    private static final List<String> MEASURES =
            List.of("ANY", "SERIOUS", "CNS", "GI", "CARDIOVASCULAR", "HEPATIC", "UROGENITAL", "nausea", "dizziness");
    private static final List<String> ROUTES =
            List.of("INTRAVENOUS", "INTRAMUSCULAR", "SUBCUTANEOUS", "INTRANASAL", "ORAL", "SUBLINGUAL");
    private static final List<String> INDICATIONS =
            List.of("NEUROPATHIC_PAIN", "COMPLEX_REGIONAL_PAIN_SYNDROME", "FIBROMYALGIA", "LOW_BACK_PAIN");

    /** By unit, measure, week, clinic and route, and nothing else. */
    static List<Questions> usual(List<String> weeks) {
        return List.of(
                of("all", r -> ""),
                of("by week", r -> "&by=week"),
                of("by route", r -> "&by=route"),
                of("by clinic", r -> "&by=clinic"),
                of("weeks, by week", r -> "&by=week" + weeks(r, weeks)),
                of("weeks, by route", r -> "&by=route" + weeks(r, weeks)),
                of("weeks, by clinic", r -> "&by=clinic" + weeks(r, weeks)),
                of(
                        "every week stated, by clinic",
                        r -> "&by=clinic&from=" + weeks.getFirst() + "&to=" + weeks.getLast()),
                of("clinic", Questions::clinic),
                of("clinic, by week", r -> "&by=week" + clinic(r)),
                of("clinic, by route", r -> "&by=route" + clinic(r)),
                of("clinic, weeks, by route", r -> "&by=route" + clinic(r) + weeks(r, weeks)),
                of("route, by week", r -> "&by=week" + route(r)),
                of("route, by clinic", r -> "&by=clinic" + route(r)),
                of("route, weeks, by clinic", r -> "&by=clinic" + route(r) + weeks(r, weeks)),
                of("clinic, route, by week", r -> "&by=week" + clinic(r) + route(r)));
    }

    /** Any other filter. */
    static List<Questions> others(List<String> weeks) {
        return List.of(
                of("clinic, indication, by week", r -> "&by=week" + clinic(r) + indication(r)),
                of("clinic, by indication", r -> "&by=indication" + clinic(r)),
                of("indication, by week", r -> "&by=week" + indication(r)),
                of("weeks, by dose band", r -> "&by=doseBand" + weeks(r, weeks)));
    }

    private static Questions of(String name, Function<Random, String> more) {
        return new Questions(
                name,
                random -> "/api/incidence?unit=" + one(random, UNITS) + "&measure=" + one(random, MEASURES)
                        + more.apply(random));
    }

    private static String clinic(Random random) {
        return "&clinic=clinic-%03d".formatted(random.nextInt(100));
    }

    private static String route(Random random) {
        return "&route=" + one(random, ROUTES);
    }

    private static String indication(Random random) {
        return "&indication=" + one(random, INDICATIONS);
    }

    private static String weeks(Random random, List<String> weeks) {
        int one = random.nextInt(weeks.size());
        int other = random.nextInt(weeks.size());
        return "&from=" + weeks.get(Math.min(one, other)) + "&to=" + weeks.get(Math.max(one, other));
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
