package io.dripline.fuzz;

import io.dripline.fuzz.Operation.Parameter;
import java.util.List;
import java.util.Map;

/** Values of parameters that the descriptions state in words alone. */
final class KnownValues {

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("measure", List.of("ANY", "SERIOUS", "CNS", "GI", "nausea", "psychotomimetic")),
            Map.entry("measures", List.of("CNS,GI", "ANY", "nausea")),
            Map.entry("unit", List.of("SESSION", "COURSE", "FIRST_COURSE")),
            Map.entry("route", List.of("INTRAVENOUS", "ORAL", "UNSTATED")),
            Map.entry("formulation", List.of("RACEMIC", "ESKETAMINE", "UNSTATED")),
            Map.entry("regimen", List.of("SINGLE", "MULTIPLE")),
            Map.entry("indication", List.of("NEUROPATHIC_PAIN", "HEADACHE", "UNSTATED")),
            Map.entry("doseBand", List.of("BELOW_0_5", "FROM_0_5_TO_1", "UNSTATED")),
            Map.entry("ascertainment", List.of("CHECKLIST", "SPONTANEOUS")),
            Map.entry("by", List.of("week", "clinic", "route", "doseBand")),
            Map.entry("day", List.of("2026-11-22", "2026-01-05")),
            Map.entry("state", List.of("DELIVERED", "WAITING", "PARKED")),
            Map.entry("exposed", List.of("50", "0", "1000000000")),
            Map.entry("affected", List.of("8", "0", "50")),
            Map.entry("p0", List.of("0.08", "0.5", "1e-6")),
            Map.entry("alpha", List.of("0.05", "1e-9")),
            Map.entry("a", List.of("1", "0.001")),
            Map.entry("b", List.of("2", "1000000")),
            Map.entry("horizon", List.of("100", "500")),
            Map.entry("q", List.of("dizz", "sick", "a")));

    private static final List<String> WEEKS = List.of("2026-W01", "2026-W47", "2020-W53");

    private KnownValues() {}

    static String of(Parameter parameter, Dice dice, MakeValue values) {
        String example = parameter.example() == null ? "" : parameter.example();
        if (parameter.name().matches("from|to") && !example.contains("T") && !example.matches("\\d+-\\d\\d-\\d\\d")) {
            return dice.oneIn(2) ? dice.of(WEEKS) : values.time();
        }
        if (parameter.name().matches("from|to|asOf|.*Until|.*After")) {
            return example.contains("T") ? values.time() : values.time().substring(0, 10);
        }
        List<String> known = BY_NAME.get(parameter.name());
        return known == null ? values.plain(parameter.shape()) : dice.of(known);
    }
}
