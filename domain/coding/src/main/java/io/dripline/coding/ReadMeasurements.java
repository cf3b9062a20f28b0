package io.dripline.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds measured values in a text and says which are beyond their limits: "BP 120/70 -> 190/110", "ALT up to 210", "180
 * systolic", "AST 3x ULN". Looks at most {@link #NEAR} characters ahead of a name, so it is linear in the text's length.
 */
final class ReadMeasurements {

    private static final int NEAR = 80;

    private static final String LIVER_TESTS = "liver tests";

    private static final String SATURATION = "oxygen saturation";

    private static final Set<String> OF_PRESSURE =
            Set.of(MeasuredValues.PRESSURE, MeasuredValues.SYSTOLIC, MeasuredValues.DIASTOLIC);

    /** Whose range in brackets is what was seen, and no laboratory's limits: "HR 90 (70-130)". */
    private static final Set<String> VITAL = Set.of(
            MeasuredValues.PRESSURE,
            MeasuredValues.SYSTOLIC,
            MeasuredValues.DIASTOLIC,
            "mean arterial pressure",
            MeasuredValues.HEART_RATE,
            SATURATION,
            "respiratory rate",
            "temperature");

    /** Of which a value within its limits answers whether something was there. */
    private static final Set<String> ANSWERING = Set.of(
            MeasuredValues.SYSTOLIC,
            MeasuredValues.DIASTOLIC,
            MeasuredValues.HEART_RATE,
            SATURATION,
            "respiratory rate",
            "temperature",
            "glucose",
            "potassium",
            "sodium",
            "QTc");

    /** "ALT ++", "BP +++": raised, where no number follows. */
    private static final Pattern PLUSES = Pattern.compile("[\\s:]{0,2}\\+{2,4}(?!\\s?\\(?(?:\\d|ve\\b))");

    /** "ALT not normal": of what can only be too high. */
    private static final Pattern NOT_NORMAL = Pattern.compile(
            "[\\s:]*(?:(?:is|was|are|were|still|came back|come back)\\s){0,2}not\\s(?:normal|right|good|great)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> GRADED = Set.of(
            "ALT",
            "AST",
            "GGT",
            "ALP",
            LIVER_TESTS,
            "bilirubin",
            "creatinine",
            MeasuredValues.HEART_RATE,
            MeasuredValues.PRESSURE,
            MeasuredValues.SYSTOLIC,
            MeasuredValues.DIASTOLIC);

    /** "Drop in BP", which the words say too. */
    private static final Pattern CHANGE = Pattern.compile("(?:fall|drop|rise)\\s", Pattern.CASE_INSENSITIVE);

    /** "No SBP <90", "nil recorded HR >100", "no further ALT ++"; but not "no nausea HR >120". */
    private static final Pattern NEVER = Pattern.compile(
            "\\b(?:no|nil|not|never|without|nor|denie[sd]|denying)\\s(?:(?:recorded|documented|reported|noted|observed|seen|had|any|of|a|an"
                    + "|in|with|further|more|other|new|single|sustained|persistent|significant|episodes?|readings?|values?|results?|rise|rises"
                    + "|drop|drops|fall|falls)\\s){0,4}$",
            Pattern.CASE_INSENSITIVE);

    /** "Itch nil ALT ++", "vomiting: no HR >120", or the end of a line: the answer of what stands before. */
    private static final Pattern ANSWERED = Pattern.compile(
            "(?:\\n\\s*|(?<!\\b(?:no|nil|any|denies|or|and)\\s)\\b(?:nausea|vomiting|n/v|n&v|itch|itching|pruritus|rash|headache|dizziness|palps|palpitations|sob"
                    + "|diarrhoea|constipation|jaundice|fever|chest pain|cp|cough|bleeding|sweating)(?:\\s?[:=]\\s?(?:no|nil)|\\snil)[ \\t])$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EARLIER = Pattern.compile("\\b(?:pre|before|baseline)\\b", Pattern.CASE_INSENSITIVE);

    /** Oxygen that is breathed, and not that of the blood: "oxygen 60% via mask". */
    private static final Set<String> OXYGEN = Set.of("oxygen", "o2", "oxygen level", "oxygen levels");

    private static final Pattern BREATHED = Pattern.compile(
            "[\\s(]*(?:(?:via|by|through|on)\\s(?:a\\s)?(?:venturi|mask|face|facemask|nasal|nrb|hudson|prongs|np|cannula)|venturi|mask|facemask|face"
                    + "\\smask|fio2|nasal|nrb|hudson|via|humidified|high\\sflow)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What may be motions of the bowels, "BMs 12 today", unless a fraction, a unit or a value that nobody counts follows. */
    private static final Set<String> BOWELS_OR_GLUCOSE = Set.of("bm", "bms");

    private static final Pattern OF_GLUCOSE =
            Pattern.compile("\\d{1,2}[.,]\\d|\\d{1,3}\\s?(?:mmol|mg/dl)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ONE_GLUCOSE = Pattern.compile(
            "\\d{2}(?!\\d|\\s?(?:today|yesterday|tonight|x\\b|times|/7|/24|per\\b|a\\s|daily|in\\s|since|overnight|loose|this|last))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\b(?:in|since|from)\\s(?:19[89]\\d|20[0-3]\\d)(?!\\d)");

    private static final String UNITS = "units";

    private static final Set<String> VOLUMES = Set.of("ml", "ml/min", "ml/h", "l/min");

    private static final Pattern ABOVE_NORMAL = Pattern.compile(
            "\\s*(?:(?:is|was|were|are|just|well|slightly|mildly|now|still|all|both|come"
                    + " back)\\s+){0,3}(?:above|over|outside|out of|exceed(?:s|ed|ing)?|beyond|higher than|greater"
                    + " than|>)\\s*(?:the\\s)?(?:upper\\s)?(?:limits?\\s)?(?:of\\s)?(?:normal|uln|reference|range|limits?)\\b",
            Pattern.CASE_INSENSITIVE);
    /** "Trnasaminases 3x ULN": liver tests, where a word of the liver stands before it or nothing at all. */
    private static final Pattern UNNAMED_MULTIPLE = Pattern.compile(
            "(?<![\\p{L}\\d./])(?:x\\s?)?(\\d{1,2}(?:\\.\\d)?)\\s?(?:x|\u00d7|times|fold)?\\s?(?:the\\s)?(?:uln\\b|upper limit)(?!\\s?\\d)",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, List<Limit>> byName = new HashMap<>();
    private final Map<String, Limit> byQuantity = new HashMap<>();
    private final Pattern name;
    private final LiverWords liverWords;

    ReadMeasurements(List<Limit> limits) {
        for (Limit limit : limits) {
            byQuantity.putIfAbsent(limit.name(), limit);
            limit.names()
                    .forEach(n ->
                            byName.computeIfAbsent(n, key -> new ArrayList<>()).add(limit));
        }
        this.liverWords = new LiverWords(limits);
        this.name = Pattern.compile("(?<![\\p{L}\\d])(?:" + alternatives(List.copyOf(byName.keySet())) + ")(?!\\p{L})");
    }

    /** Single letters are taken as they are written: K, but not k. */
    private static String alternatives(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(n -> (n.equals(n.toLowerCase(Locale.ROOT)) ? "(?i:" : "(?:")
                        + Pattern.quote(n).replace(" ", "\\E\\s+\\Q") + ")")
                .collect(Collectors.joining("|"));
    }

    List<Part.Found> in(String written) {
        String text = written.replace('\u2082', '2');
        List<Part.Found> found = new ArrayList<>();
        Matcher named = name.matcher(text);
        int from = 0;
        while (named.find(from)) {
            Optional<Part.Found> measured = after(text, named.start(), named.end(), named.group());
            measured.ifPresent(found::add);
            from = measured.map(Part.Found::to).orElse(named.end());
        }
        addUnnamed(text, found);
        found.sort(Comparator.comparingInt(Part.Found::from));
        addInRow(text, found);
        found.sort(Comparator.comparingInt(Part.Found::from));
        return found;
    }

    private List<Limit> limits(String written) {
        List<Limit> exact = byName.get(written);
        return exact != null
                ? exact
                : byName.getOrDefault(written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), List.of());
    }

    private Optional<Part.Found> after(String text, int start, int end, String written) {
        int limitOfSight = Math.min(text.length(), end + NEAR);
        List<Limit> limits = limits(written);
        if (!NamesOfQuantities.isMeant(text, start, end, written)) {
            return Optional.empty();
        }
        MeasuredValues values = new MeasuredValues(limits, byQuantity);
        boolean isNever = isNever(text.substring(Math.max(0, start - NEAR / 2), start));
        Matcher above = ABOVE_NORMAL.matcher(text).region(end, limitOfSight);
        if (above.lookingAt() && limits.getFirst().high() != null) {
            addAboveNormal(values, isNever);
            return Optional.of(values.part(text, start, above.end()));
        }
        if (GRADED.contains(limits.getFirst().name()) && ValueForms.looksAt(PLUSES, text, end, limitOfSight)) {
            addAboveNormal(values, isNever);
            return Optional.of(values.part(text, start, ValueForms.skip(PLUSES, text, end, limitOfSight)));
        }
        boolean isVital = VITAL.contains(limits.getFirst().name());
        if (GRADED.contains(limits.getFirst().name())
                && !isVital
                && ValueForms.looksAt(NOT_NORMAL, text, end, limitOfSight)) {
            values.addAboveNormal();
            return Optional.of(values.part(text, start, ValueForms.skip(NOT_NORMAL, text, end, limitOfSight)));
        }
        int at = firstValue(text, end, limitOfSight, isVital);
        String link = text.substring(end, at);
        if (Differences.isBy(link)
                || (isVital && (Differences.isPlus(link) || isNoValue(text, at, limitOfSight, limits, link)))) {
            int to = ValueForms.skip(Differences.TO_VALUE, text, at, limitOfSight);
            if (to == at) {
                return Optional.empty();
            }
            at = to;
            link = "";
        }
        if (BOWELS_OR_GLUCOSE.contains(written.toLowerCase(Locale.ROOT))
                && !ValueForms.looksAt(OF_GLUCOSE, text, at, limitOfSight)
                && !(written.length() == 2 && ValueForms.looksAt(OF_ONE_GLUCOSE, text, at, limitOfSight))) {
            return Optional.empty();
        }
        ReadMultiples.Multiple multiple = ReadMultiples.at(text, at, limitOfSight, limits.getFirst(), written);
        if (multiple != null) {
            addAboveNormal(values, isNever || multiple.times() <= 1);
            return Optional.of(values.part(text, start, multiple.end()));
        }
        int last = addValues(values, text, at, limitOfSight, limits, link, isNever);
        if (last < 0
                || (CHANGE.matcher(written).lookingAt() && values.areWithin())
                || (OXYGEN.contains(written.toLowerCase(Locale.ROOT))
                        && ValueForms.looksAt(BREATHED, text, last, limitOfSight))) {
            return Optional.empty();
        }
        if (!isVital
                && !values.areWithin()
                && SteadyValues.are(limits.getFirst().name(), text, link, at, last, values.seen())) {
            values.clear();
        }
        return Optional.of(values.part(text, start, last));
    }

    /** "BP dropped 40, now 110/70", "sats \u2193 8, now 95": what no value can be, and a value behind it. */
    private static boolean isNoValue(String text, int at, int limitOfSight, List<Limit> limits, String link) {
        if (!(Differences.isUp(link) || Differences.isDown(link) || Differences.isArrowDown(link))
                || !ValueForms.looksAt(Differences.TO_VALUE, text, at, limitOfSight)) {
            return false;
        }
        Matcher value = ValueForms.VALUE.matcher(text).region(at, limitOfSight);
        return value.lookingAt()
                && limits.stream().noneMatch(limit -> limit.isPlausible(ValueForms.number(value.group(1))));
    }

    private static boolean isNever(String before) {
        return NEVER.matcher(before).find() && !ANSWERED.matcher(before).find();
    }

    private static void addAboveNormal(MeasuredValues values, boolean isDenied) {
        if (!isDenied) {
            values.addAboveNormal();
        }
    }

    /** Whether values of the quantity alone tell of the term: a heart rate of tachycardia, but no ejection fraction of an event. */
    boolean isOf(String quantity, Meaning.CodeableTerm term) {
        return byQuantity.values().stream()
                .anyMatch(limit -> ANSWERING.contains(limit.name())
                        && limit.tellsOf(term)
                        && (limit.name().equals(quantity)
                                || (quantity.equals(MeasuredValues.PRESSURE)
                                        && (limit.name().equals(MeasuredValues.SYSTOLIC)
                                                || limit.name().equals(MeasuredValues.DIASTOLIC)))));
    }

    /** Whether the number may be a value of what tells of the term, and is not beyond its limits. */
    boolean isWithin(Meaning.CodeableTerm term, double number) {
        List<Limit> telling = byName.values().stream()
                .flatMap(List::stream)
                .filter(limit -> ANSWERING.contains(limit.name()) && limit.tellsOf(term) && limit.isPlausible(number))
                .toList();
        return !telling.isEmpty()
                && telling.stream()
                        .noneMatch(limit ->
                                limit.beyond(number, MeasuredValues.Side.AT).isPresent());
    }

    /** The place of the first number after a name, past what links them, a laboratory's limits and when it was. */
    private static int firstValue(String text, int end, int limitOfSight, boolean isVital) {
        int from = isVital ? end : ValueForms.skip(ValueForms.REFERENCE, text, end, limitOfSight);
        int at = ValueForms.skip(ValueForms.LINK, text, from, limitOfSight);
        int after = at < limitOfSight ? ReadTimes.after(text, at, limitOfSight) : at;
        return after == at ? at : ValueForms.skip(ValueForms.LINK, text, after, limitOfSight);
    }

    /** The end of the last value, or -1 where there is none. */
    private static int addValues(
            MeasuredValues values,
            String text,
            int first,
            int limitOfSight,
            List<Limit> limits,
            String link,
            boolean isNever) {
        boolean isPressure = limits.getFirst().name().equals(MeasuredValues.PRESSURE);
        boolean isVolume =
                limits.stream().flatMap(limit -> limit.units().stream()).anyMatch(VOLUMES::contains);
        boolean isVital = VITAL.contains(limits.getFirst().name());
        Pattern form = isVolume
                ? ValueForms.VOLUME
                : limits.getFirst().units().contains(UNITS) ? ValueForms.IN_UNITS : ValueForms.VALUE;
        boolean isUp = Differences.isUp(link);
        boolean isDown = Differences.isDown(link);
        boolean isArrowDown = Differences.isArrowDown(link);
        boolean isAfterEarlier = EARLIER.matcher(link).find();
        MeasuredValues.Side side = ValueForms.side(link);
        boolean isPair = false;
        boolean isDenied = false;
        int last = -1;
        int count = 0;
        int at = first;
        ReadRows.@Nullable Row row = ReadRows.at(text, first, limitOfSight);
        if (row != null && limits.getFirst().name().equals(MeasuredValues.HEART_RATE)) {
            row = row.withoutOtherSigns();
        }
        if (row != null && values.addRow(row.numbers(), row.unit(), side)) {
            count = row.numbers().size();
            last = row.end();
            at = nextValue(text, last, limitOfSight, isAfterEarlier);
            if (at == last) {
                return last;
            }
            side = MeasuredValues.Side.AT;
        }
        boolean isScore = limits.getFirst().units().isEmpty();
        while (at < limitOfSight
                && (isScore || !ValueForms.looksAt(ValueForms.OF_SEVERAL, text, at, limitOfSight))
                && !ReadTimes.stands(text, at, limitOfSight)
                && !isYear(text, at, limits)) {
            Matcher pair = ValueForms.PAIR.matcher(text).region(at, limitOfSight);
            Matcher value = form.matcher(text).region(at, limitOfSight);
            int next;
            String written = "";
            if (isPressure && pair.lookingAt()) {
                next = ValueForms.skip(ValueForms.UNIT, text, pair.end(), limitOfSight);
                MeasuredValues.Side taken = ValueForms.side(side, text, next, limitOfSight);
                if (!values.addPair(pair.group(1), pair.group(2), taken)) {
                    break;
                }
                isPair = true;
                isDenied = isNever && taken != MeasuredValues.Side.AT;
            } else if (value.lookingAt() && !(isPressure && isPair)) {
                Matcher unit = ValueForms.UNIT.matcher(text).region(value.end(), limitOfSight);
                boolean hasUnit = unit.lookingAt();
                next = hasUnit ? unit.end() : value.end();
                written = hasUnit ? unit.group(1) : "";
                MeasuredValues.Side taken = ValueForms.side(side, text, next, limitOfSight);
                if (!values.add(ValueForms.number(value.group(1)), written, taken)) {
                    break;
                }
                isDenied = isNever && taken != MeasuredValues.Side.AT;
            } else {
                break;
            }
            count++;
            if (isDenied) {
                values.clear();
            }
            next = ValueForms.skip(ValueForms.OR_BEYOND, text, next, limitOfSight);
            if (!isVital) {
                next = ValueForms.skip(ValueForms.FLAG, text, next, limitOfSight);
                next = ValueForms.skip(ValueForms.REFERENCE, text, next, limitOfSight);
            }
            last = next;
            at = nextValue(text, next, limitOfSight, isAfterEarlier);
            if (at == next) {
                at = ValueForms.skipToSameUnit(text, next, limitOfSight, written);
            }
            boolean isFallBy = isDown || (isArrowDown && Differences.leadsToOrFrom(text.substring(next, at)));
            boolean isFallThatPassed = isArrowDown && Differences.leadsToNow(text.substring(next, at));
            if (count == 1
                    && ((isUp && values.areBelow())
                            || (isFallBy && values.areFarBelow())
                            || (isFallThatPassed && values.areHardlyPossible()))) {
                // "HR up 30", "HR increased 30 to 130", "HR dropped 30": a difference
                if (at == next) {
                    return -1;
                }
                values.clear();
            }
            if (at == next) {
                break;
            }
            side = MeasuredValues.Side.AT;
        }
        return count > 1 ? ValueForms.skip(ValueForms.BASELINE, text, last, limitOfSight) : last;
    }

    private static int nextValue(String text, int from, int limitOfSight, boolean isAfterEarlier) {
        int next = ValueForms.skip(ValueForms.NEXT, text, from, limitOfSight);
        return next == from && isAfterEarlier
                ? ValueForms.skip(ValueForms.NEXT_AFTER_EARLIER, text, from, limitOfSight)
                : next;
    }

    /** "Raised ALT in 2017". */
    private static boolean isYear(String text, int at, List<Limit> limits) {
        return YEAR.matcher(text)
                        .region(Math.max(0, at - 6), Math.min(text.length(), at + 5))
                        .find()
                && limits.getFirst().units().contains("u/l");
    }

    /** "82/44", "180 systolic", "130 bpm", "39.2 °C". */
    private void addUnnamed(String text, List<Part.Found> found) {
        List<Part.Found> named = List.copyOf(found);
        Matcher pair = ValueForms.BARE_PAIR.matcher(text);
        List<Part.Found> more = new ArrayList<>();
        while (pair.find()) {
            MeasuredValues values = valuesOf(MeasuredValues.PRESSURE);
            if (values.addPair(pair.group(1), pair.group(2), MeasuredValues.Side.AT)) {
                more.add(values.part(text, pair.start(), pair.end()));
            }
        }
        Matcher after = ValueForms.NAME_AFTER.matcher(text);
        while (after.find()) {
            String unit = after.group(2).toLowerCase(Locale.ROOT);
            String quantity = unit.contains("sys")
                    ? MeasuredValues.SYSTOLIC
                    : unit.startsWith("dia")
                            ? MeasuredValues.DIASTOLIC
                            : unit.startsWith("b") ? MeasuredValues.HEART_RATE : "temperature";
            if (!isDifference(text, after.start(), quantity)) {
                addOne(text, after.start(), after.end(), after.group(1), quantity, more);
            }
        }
        Matcher temperature = ValueForms.BARE_TEMPERATURE.matcher(text);
        while (temperature.find()) {
            String value = temperature.group(1) == null ? temperature.group(2) : temperature.group(1);
            addOne(text, temperature.start(), temperature.end(), value, "temperature", more);
        }
        Matcher multiple = UNNAMED_MULTIPLE.matcher(text);
        while (multiple.find()) {
            if (Double.parseDouble(multiple.group(1)) > 1
                    && liverWords.standBefore(text, Math.max(0, multiple.start() - NEAR), multiple.start())) {
                MeasuredValues values = valuesOf(LIVER_TESTS);
                values.addAboveNormal();
                more.add(values.part(text, multiple.start(), multiple.end()));
            }
        }
        more.stream().filter(part -> isFree(part, named)).forEach(found::add);
    }

    /** "HR 72, 118/70, 98%", "BP 118/70, 72, 98%": what stands in a row of signs without its name. */
    private void addInRow(String text, List<Part.Found> found) {
        List<Part.Found> more = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Part.Found sign = found.get(i);
            int to = i + 1 < found.size() ? found.get(i + 1).from() : text.length();
            int limitOfSight = Math.min(to, sign.to() + NEAR);
            if (VITAL.stream().noneMatch(sign.matched()::startsWith)) {
                continue;
            }
            int at = sign.to();
            Matcher pulse = ValueForms.PULSE_IN_ROW.matcher(text).region(at, limitOfSight);
            if (OF_PRESSURE.stream().anyMatch(sign.matched()::startsWith) && pulse.lookingAt()) {
                addOne(text, pulse.start(1), pulse.end(1), pulse.group(1), MeasuredValues.HEART_RATE, more);
                at = pulse.end(1);
            }
            Matcher saturation = ValueForms.SATURATION_IN_ROW
                    .matcher(text)
                    .region(at, limitOfSight)
                    .useTransparentBounds(true);
            if (!sign.matched().startsWith(SATURATION) && saturation.lookingAt()) {
                addOne(text, saturation.start(1), saturation.end(), saturation.group(1), SATURATION, more);
            }
        }
        found.addAll(more);
    }

    /** "HR up 20 bpm", "BP fell 40 systolic". */
    private static boolean isDifference(String text, int at, String quantity) {
        String before = Differences.before(text, at);
        boolean isHeart = quantity.equals(MeasuredValues.HEART_RATE);
        return Differences.isBy(before) || (isHeart && (Differences.isUp(before) || Differences.isPlus(before)));
    }

    private void addOne(String text, int from, int to, String number, String quantity, List<Part.Found> more) {
        MeasuredValues values = valuesOf(quantity);
        boolean isDown = Differences.isDown(Differences.before(text, from));
        if (values.add(ValueForms.number(number), "", MeasuredValues.Side.AT) && !(isDown && values.areFarBelow())) {
            more.add(values.part(text, from, to));
        }
    }

    private MeasuredValues valuesOf(String quantity) {
        return new MeasuredValues(limitsOf(quantity), byQuantity);
    }

    private List<Limit> limitsOf(String quantity) {
        return byName.values().stream()
                .filter(limits -> limits.getFirst().name().equals(quantity))
                .findFirst()
                .orElse(List.of());
    }

    /** Both lists are short or sorted by place; named parts do not overlap. */
    private static boolean isFree(Part.Found part, List<Part.Found> sorted) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted.get(middle).to() <= part.from()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == sorted.size() || sorted.get(low).from() >= part.to();
    }
}
