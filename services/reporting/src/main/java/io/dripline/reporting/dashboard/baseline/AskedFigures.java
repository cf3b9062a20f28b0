package io.dripline.reporting.dashboard.baseline;

import io.dripline.contracts.coding.Category;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Standing;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.dashboard.layout.Words;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of the catalogue are asked for.
 *
 * @param system that their measure belongs to; null for any
 * @param measure that they count; null for any
 * @param standing null for any
 * @param text that stands somewhere in them, in lower case; empty for any
 */
record AskedFigures(
        @Nullable Category system,
        @Nullable String measure,
        @Nullable Standing standing,
        String text) {

    static final Set<String> PARAMETERS = Set.of("system", "measure", "standing", "text");

    private static final int LONGEST_TEXT = 200;

    /** Reads an address; what is wrong with it is noted. @param measures that figures count */
    static AskedFigures read(Violations violations, MultivaluedMap<String, String> stated, Set<String> measures) {
        violations.refuseUnknown(stated, PARAMETERS);
        String measure = stated.getFirst("measure");
        if (measure != null && !measure.isEmpty() && !measures.contains(measure)) {
            violations.malformed("measure", "expected a measure of which a figure was printed, found " + measure);
        }
        String text = Objects.requireNonNullElse(stated.getFirst("text"), "").strip();
        if (text.length() > LONGEST_TEXT) {
            violations.broken(
                    "text", "expected at most %d characters, found %d".formatted(LONGEST_TEXT, text.length()));
        }
        return new AskedFigures(
                violations
                        .readOne("system", stated.getFirst("system"), Category.class)
                        .orElse(null),
                measure == null || measure.isEmpty() ? null : measure,
                violations
                        .readOne("standing", stated.getFirst("standing"), Standing.class)
                        .orElse(null),
                text.toLowerCase(Locale.ROOT));
    }

    boolean holds(Baseline figure, SystemsOfMeasures systems) {
        return (system == null || system == systems.of(figure.measure()))
                && (measure == null || measure.equals(figure.measure()))
                && (standing == null || standing == figure.standing())
                && (text.isEmpty() || words(figure).contains(text));
    }

    private static String words(Baseline figure) {
        return Stream.of(
                        figure.id(),
                        figure.study(),
                        figure.citation(),
                        figure.place(),
                        figure.country(),
                        figure.population(),
                        figure.dose(),
                        figure.arm(),
                        Words.measure(figure.measure()),
                        figure.measurePrinted(),
                        figure.printed(),
                        figure.window(),
                        figure.remark())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
