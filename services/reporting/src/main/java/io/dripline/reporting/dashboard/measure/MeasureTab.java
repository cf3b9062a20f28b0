package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A measure that a page leads to. @param current whether it is the one shown */
public record MeasureTab(String name, String href, boolean current) {

    /** Any event, serious ones and the categories; and the one shown, where it is none of those. */
    static List<MeasureTab> around(String shown) {
        List<String> usual = Stream.concat(
                        Stream.of(Measures.ANY, Measures.SERIOUS),
                        Arrays.stream(Category.values()).map(Category::name))
                .toList();
        return Stream.concat(usual.stream(), usual.contains(shown) ? Stream.of() : Stream.of(shown))
                .map(measure -> new MeasureTab(
                        Words.measure(measure), Addresses.measure(measure, Map.of()), measure.equals(shown)))
                .toList();
    }
}
