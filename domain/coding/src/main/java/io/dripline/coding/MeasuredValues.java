package io.dripline.coding;

import io.dripline.contracts.coding.CodingMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one quantity, one after another, and what those beyond their limits are. */
final class MeasuredValues {

    /**
     * Where the value is, seen from the number that is written. All but {@link #AT} give a bound and no value: "sats &gt;90%" may
     * be 91 or 99, so it says nothing low.
     */
    enum Side {
        AT,
        BELOW,
        AT_MOST,
        ABOVE,
        AT_LEAST
    }

    static final String HEART_RATE = "heart rate";
    static final String PRESSURE = "blood pressure";
    static final String SYSTOLIC = "systolic";
    static final String DIASTOLIC = "diastolic";

    /** What people say by how much it fell. */
    private static final Set<String> DIFFERING = Set.of(HEART_RATE, SYSTOLIC, DIASTOLIC);

    /** A value that is beyond its limit by no more than this factor and falls below it was there before. */
    private static final double NEAR_LIMIT = 1.25;

    /** A remark about a value is no further away. */
    private static final int NEAR = 40;

    private static final Likeness MEASURED = new Likeness(CodingMethod.NUMERIC_RULE, 0.99);

    private static final String PERCENT = "%";

    /** Whose values are of a body only within the range, whatever unit is written: no saturation of 40 %, no 98 °C, no potassium of 40 mmol. */
    private static final Set<String> SCALES =
            Set.of(PERCENT, "c", "celsius", "centigrade", "f", "fahrenheit", "mmhg", "bpm", "/min", "mmol");

    private static final String MMOL = "mmol";

    /** How far beyond its range a glucose in mmol may be. */
    private static final double BEYOND_RANGE = 1.5;

    private static final Pattern WORDS_OF_DEGREES = Pattern.compile("\u00b0|\u00ba|degrees?|degs?|\\.");

    private static final Pattern DEGREES = Pattern.compile("(?:\u00b0|\u00ba|deg).*", Pattern.CASE_INSENSITIVE);

    private static final String CELSIUS = "c";

    /** "HR dropped 30", "BP fell 40": a value so far below its limit is rather the difference. */
    private static final double FAR_BELOW = 0.75;

    /** Below this part of a limit hardly anybody is alive. */
    private static final double HARDLY_POSSIBLE = 0.5;

    /** Said of a laboratory's value that is hardly beyond its limit: nobody took it for an event. Not "ok after oxygen". */
    private static final Pattern DISMISSED = Pattern.compile(
            "(?:[\\s,(]*(?:max\\b)?[\\s,]*(?:fine|ok|acceptable|nad)\\b|[^.;\\n]{0,30}?(?:\\b(?:no|nil) action|\\? ?(?:any )?significance|\\bnot"
                    + " (?:clinically )?significant|\\bboth fine|\\ball fine|\\bacceptable|\\bnormal for (?:him|her|pt|them)|\\busual for|\\bas expected))"
                    + "(?![\\s,]*(?:\\w+\\s){0,2}?(?:after|with|once|following|post|when|until|till|before|if)\\b)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Above which a value may be dismissed, by no more than this factor. The upper limits of laboratories for enzymes of the
     * liver differ by as much; all else is an event, whatever is said of it.
     */
    private static final Map<String, Double> DISMISSIBLE = Map.of(
            "elevated-liver-enzymes",
            1.35,
            "hyperbilirubinaemia",
            1.1,
            "increased-creatinine",
            1.1,
            "tachycardia",
            1.1);

    /** "QTc 512 (438 at baseline)", "ALT 48, was 26": the last value was there first. */
    private static final Pattern IS_BASELINE = Pattern.compile(
            "(?:\\b(?:baseline|prev(?:ious(?:ly)?)?|was|from|usual(?:ly)?|last)\\W{1,4}[\\d.,]{1,8}\\s?[\\p{L}\u00b5/%]{0,8}\\W{0,3}"
                    + "|\\d\\s?[\\p{L}\u00b5/%]{0,8}[\\s(]{1,3}(?:at\\s|on\\s)?(?:baseline|pre|before|prior|last\\s\\p{L}{1,8})\\W{0,3})$",
            Pattern.CASE_INSENSITIVE);

    private final List<Limit> limits;
    private final Map<String, Limit> byQuantity;
    private final Map<Meaning.CodeableTerm, String> beyond = new LinkedHashMap<>();
    private final List<Double> seen = new ArrayList<>();
    private @Nullable Limit last;
    private boolean isHardlyBeyond = true;

    /**
     * @param limits of one quantity, one a unit
     * @param byQuantity the first of each, for a blood pressure's two numbers
     */
    MeasuredValues(List<Limit> limits, Map<String, Limit> byQuantity) {
        this.limits = limits;
        this.byQuantity = byQuantity;
    }

    /** @return false where it is no pair of blood pressures */
    boolean addPair(String systolic, String diastolic, Side side) {
        double high = Double.parseDouble(systolic);
        double low = Double.parseDouble(diastolic);
        Limit above = byQuantity.get(SYSTOLIC);
        Limit below = byQuantity.get(DIASTOLIC);
        if (above == null || below == null || !above.isPlausible(high) || !below.isPlausible(low) || low >= high) {
            return false;
        }
        note(above, high, side);
        note(below, low, side);
        return true;
    }

    /** @return false where it is no value of this quantity */
    boolean add(double value, String unit, Side side) {
        String written = WORDS_OF_DEGREES
                .matcher(unit.toLowerCase(Locale.ROOT).replace(" ", "").replace('\u03bc', '\u00b5'))
                .replaceAll("");
        if (written.equals(PERCENT)
                && limits.stream().noneMatch(each -> each.units().contains(PERCENT))) {
            // "creatinine up 40%": a change
            return false;
        }
        if (DEGREES.matcher(unit).matches()
                && limits.stream().noneMatch(each -> each.units().contains(CELSIUS))) {
            return false;
        }
        Optional<Limit> limit = limits.stream()
                .filter(each -> each.units().contains(written))
                .filter(each -> isOnScale(each, value, written))
                .findFirst()
                .or(() -> written.equals(MMOL)
                        ? Optional.empty()
                        : limits.stream()
                                .filter(each -> each.isPlausible(value))
                                .findFirst());
        if (limit.isEmpty()) {
            return false;
        }
        Limit taken =
                limit.get().name().equals(PRESSURE) ? byQuantity.getOrDefault(SYSTOLIC, limit.get()) : limit.get();
        if (!taken.isPlausible(value) && !taken.units().contains(written)) {
            return false;
        }
        note(taken, value, side);
        seen.add(value);
        last = taken;
        return true;
    }

    /** "BSL 38 mmol" is one of a body, "K 10 mmol" what was given. */
    private static boolean isOnScale(Limit limit, double value, String unit) {
        if (unit.equals(MMOL) && limit.name().equals("glucose")) {
            return value >= limit.from() && value <= limit.to() * BEYOND_RANGE;
        }
        return SCALES.contains(unit) ? limit.isPlausible(value) : value <= limit.to() * 10;
    }

    /** @return false where one of them is no value of this quantity, and then none is added */
    boolean addRow(List<String> numbers, String unit, Side side) {
        boolean isOne = limits.stream()
                .anyMatch(limit -> numbers.stream().map(ValueForms::number).allMatch(limit::isPlausible));
        return isOne && numbers.stream().allMatch(number -> add(ValueForms.number(number), unit, side));
    }

    void addAboveNormal() {
        Limit first = limits.getFirst();
        Limit limit = first.name().equals(PRESSURE) ? byQuantity.getOrDefault(SYSTOLIC, first) : first;
        Limit.Bound high = limit.high();
        if (high != null) {
            isHardlyBeyond = false;
            beyond.put(high.term(), limit.name() + " above normal");
        }
    }

    /** What was said of them did not happen. */
    void clear() {
        beyond.clear();
    }

    boolean areWithin() {
        return beyond.isEmpty();
    }

    /** In the order in which they stand, without pairs. */
    List<Double> seen() {
        return List.copyOf(seen);
    }

    boolean areBelow() {
        Limit of = last;
        return of != null && of.low() != null && beyond.containsKey(of.low().term());
    }

    /** Whether the value is one that a pulse or a pressure falls by rather than to. */
    boolean areFarBelow() {
        return areBelow(FAR_BELOW);
    }

    /** Whether the value can hardly be one that a pulse or a pressure fell to. */
    boolean areHardlyPossible() {
        return areBelow(HARDLY_POSSIBLE);
    }

    private boolean areBelow(double partOfLimit) {
        Limit of = last;
        return of != null
                && DIFFERING.contains(of.name())
                && of.low() != null
                && seen.getLast() < partOfLimit * of.low().value();
    }

    private void note(Limit limit, double value, Side side) {
        limit.beyond(value, side).ifPresent(bound -> {
            beyond.putIfAbsent(bound.term(), limit.text(bound));
            isHardlyBeyond &= bound.equals(limit.high())
                    && value / bound.value()
                            <= DISMISSIBLE.getOrDefault(bound.term().id(), 0d);
        });
    }

    /** "ALT 52, no action", "HR 106 max, BP 151/88 max, both fine". */
    private static boolean isDismissed(String text, int to) {
        return DISMISSED
                .matcher(text)
                .region(to, Math.min(text.length(), to + NEAR))
                .useTransparentBounds(true)
                .lookingAt();
    }

    /** "ALT 41 -> 26": the first value is of before, and what follows is within the limit. */
    private boolean isFallingFromNearLimit() {
        Limit of = last;
        if (of == null || of.high() == null || of.low() != null || seen.size() < 2) {
            return false;
        }
        double limit = of.high().value();
        return seen.getFirst() <= NEAR_LIMIT * limit
                && seen.stream().skip(1).allMatch(value -> value <= limit && value < seen.getFirst());
    }

    /** What was found from one place of the text to another; where all is within limits, without terms and matched by the quantity. */
    Part.Found part(String text, int from, int to) {
        if ((isFallingFromNearLimit()
                        && !IS_BASELINE.matcher(text).region(from, to).find())
                || (isHardlyBeyond && isDismissed(text, to))) {
            beyond.clear();
        }
        String matched = beyond.isEmpty() ? limits.getFirst().name() : String.join(", ", beyond.values());
        return new Part.Found(from, to, List.copyOf(beyond.keySet()), matched, List.of(), MEASURED);
    }
}
