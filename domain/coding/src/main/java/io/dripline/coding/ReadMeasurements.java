package io.dripline.coding;

import io.dripline.contracts.coding.CodingMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** A value that is beyond its limit by no more than this factor and falls below it was there before. */
    private static final double NEAR_LIMIT = 1.25;

    private static final String PRESSURE = "blood pressure";
    private static final String SYSTOLIC = "systolic";
    private static final String DIASTOLIC = "diastolic";
    private static final String LIVER_TESTS = "liver tests";
    private static final Likeness MEASURED = new Likeness(CodingMethod.NUMERIC_RULE, 0.99);

    /** What may stand between the name of a quantity and its value. */
    private static final Pattern LINK = Pattern.compile(
            "(?:[\\s:=~\u2248<>\u2264\u2265(@\\-\u2013\u2191\u2193+*]|->|\u2192|\\.(?=\\s)"
                    + "|\\b(?:was|is|were|of|at|to|up|down|off|now|then|as|high|low|higher|lower|raised|elevated|increased|decreased"
                    + "|abnormal|deranged|reduced|dropped|drop|dropping|drops|fell|fall|falling|fallen|rise|rose|risen|rising|went|gone"
                    + "|going|came|come|back|peak|peaked|peaking|peaks|max|maximum|min|minimum|nadir|highest|lowest|reached|reaching"
                    + "|hit|hitting|shot|jumped|spiked|spike|climbed|climbing|level|levels|reading|readings|result|results|value"
                    + "|recorded|measured|noted|about|around|approx|approximately|circa|in|the|a|from|between|still|remained|stayed"
                    + "|sitting|running|only|just|mildly|slightly|markedly|very|significantly|normal|stable|today|post|infusion"
                    + "|sustained|transiently|briefly|over|under|below|above|well|dipped|dip|dipping|sats|on|air|monitor|rate|s"
                    + "|this|week|bloods|blood|isolated|also|bumped|bump|flagged|flag|by|lab|labs|returned|reported|alert|critical|phoned|repeat|rpt|recheck|worst|peaks|touched|topped|topping|crept|creeping|doubled|all|overnight|ward|seen|had|has|been|this"
                    + " am|am|pm|o/n|both|consistently|persistently|sinus|tachy|reg|regular|irreg|irregular|approximates|averaging|mid|early|late|sitting|lying|standing|on"
                    + " standing|resting|ecg|ekg|lowest|sao2|room)\\b){0,14}+",
            Pattern.CASE_INSENSITIVE);

    private static final String NUMBER = "\\d{1,4}(?:[.,]\\d{1,2})?";
    private static final Pattern VALUE =
            Pattern.compile("(" + NUMBER + ")(?!\\d|\\s?(?:ml|mls|mg|mcg|kg|units|g)\\b(?!/))");
    private static final Pattern VOLUME = Pattern.compile("(" + NUMBER + ")(?!\\d|\\s?(?:mg|mcg|kg|units|g|h|l)\\b)");
    private static final Pattern PAIR = Pattern.compile("(\\d{2,3})\\s?s?\\s?(?:/|over|on)\\s?(\\d{2,3})(?!\\d)");
    private static final Pattern BARE_PAIR = Pattern.compile(
            "(?<![\\p{L}\\d./:-])(\\d{2,3})s?\\s?(?:/|over)\\s?(\\d{2,3})(?![\\d/]|\\s?(?:mg|ml|mcg|hrs?\\b|min))");
    private static final Pattern UNIT = Pattern.compile(
            "\\s?(%|\u00b0\\s?[cf]\\b|degrees|deg\\b|[cf]\\b|mm\\s?hg|bpm|beats|/\\s?min|[\u00b5\u03bcu]?mol/l|micromol(?:/l|es)?|mmol(?:/l)?|mg/dl|mg%|i?u/l|units|ms(?:ec)?\\b|meq/l|ml/min|ml/h|mls?\\b|cc\\b|s\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT = Pattern.compile(
            "\\s*(?:\\(\\s*(?=\\d)|(?:[(,]?\\s*(?:-+>|=>|>|\u2192|\u2013|-|/|&|\\bto\\b|\\bthen\\b|\\bvs\\b|\\bnow\\b|\\bfrom\\b|\\bwas\\b|\\bprev(?:iously)?\\b|\\bup\\b|\\bdown\\b|\\band\\b|\\bbaseline\\b|\\bpeak\\b|\\brose\\b|\\brising\\b|\\brisen\\b|\\bclimbed\\b|\\bfell\\b|\\bdropped\\b|\\bincreased\\b|\\bmax\\b|\\([^()\\d]{1,25}\\))\\s*){1,3})(?=\\d)",
            Pattern.CASE_INSENSITIVE);
    /** What says of the last of several values that it was the one before. */
    private static final Pattern BASELINE = Pattern.compile(
            "[\\s(]*(?:at |on )?(?:baseline|pre[- ]?\\w*(?: \\w+)?|before\\b(?: \\w+)?|prior\\b(?: \\w+)?|last"
                    + " (?:month|week|year|time))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME = Pattern.compile(
            "\\d{1,2}/(?:7|12|24|52|60)(?!\\d)|\\d{1,4}\\s?(?:hrs?|hours?|h|mins?|minutes|days?|weeks?|wks?|months?|/7)\\b|\\d{1,2}[:]\\d{2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b(?:in|since|from)\\s(?:19[89]\\d|20[0-3]\\d)(?!\\d)");
    /** Letters that are pulse and respirations only in a row of vital signs. */
    private static final Set<String> AMBIGUOUS = Set.of("P", "R");

    /** "Known AF, rate 140", but not "infusion rate 140". */
    private static final Pattern OF_HEART =
            Pattern.compile("\\b(?:AF|SVT|VT|fibrillation|flutter|rhythm|monitor|ECG|EKG|tachy\\w*)\\b");

    private static final Pattern VITAL_SIGNS =
            Pattern.compile("\\bBP\\b|\\bT\\s?3\\d|\\b[Ss]p?[Oo]2\\b|\\bsats\\b|\\b[Oo]bs\\b|\\d{2,3}/\\d{2,3}");
    private static final Pattern TIMES_NORMAL = Pattern.compile(
            "(?:(x)\\s?)?(\\d{1,2}(?:\\.\\d)?|two|three|four|five|six|eight|ten|twice|double|triple|several)(?:\\s?-?\\s?(x|\u00d7|times|fold))?\\s*(?:the\\s)?(?:above\\s)?(uln|u\\.l\\.n|upper|normal|norm\\b|baseline)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE_NORMAL = Pattern.compile(
            "\\s*(?:(?:is|was|were|are|just|well|slightly|mildly|now|still|all|both|come"
                    + " back)\\s+){0,3}(?:above|over|outside|out of|exceed(?:s|ed|ing)?|beyond|higher than|greater"
                    + " than|>)\\s*(?:the\\s)?(?:upper\\s)?(?:limits?\\s)?(?:of\\s)?(?:normal|uln|reference|range|limits?)\\b",
            Pattern.CASE_INSENSITIVE);
    /** "Trnasaminases 3x ULN": liver tests, where a word of the liver stands before it or nothing at all. */
    private static final Pattern UNNAMED_MULTIPLE = Pattern.compile(
            "(?<![\\p{L}\\d./])(?:x\\s?)?(\\d{1,2}(?:\\.\\d)?)\\s?(?:x|\u00d7|times|fold)?\\s?(?:the\\s)?(?:uln\\b|upper limit)(?!\\s?\\d)",
            Pattern.CASE_INSENSITIVE);

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

    private static final Map<String, Double> WORDS =
            Map.of("two", 2d, "three", 3d, "four", 4d, "five", 5d, "six", 6d, "eight", 8d, "ten", 10d);

    private final Map<String, List<Limit>> byName = new HashMap<>();
    private final Map<String, Limit> byQuantity = new HashMap<>();
    private final Pattern name;
    private final Pattern nameAfter;
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
        this.nameAfter =
                Pattern.compile("(?<![\\p{L}\\d./:])(" + NUMBER + ")\\s?((?i:systolic|sys|diastolic|bpm|beats per"
                        + " min(?:ute)?|\u00b0\\s?c|\u00b0\\s?f|degrees c(?:elsius)?|mm\\s?hg"
                        + " systolic))(?!\\p{L})");
    }

    /** Single letters are taken as they are written: K, but not k. */
    private static String alternatives(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(n -> (n.equals(n.toLowerCase(Locale.ROOT)) ? "(?i:" : "(?:")
                        + Pattern.quote(n).replace(" ", "\\E\\s+\\Q") + ")")
                .collect(Collectors.joining("|"));
    }

    List<Part.Found> in(String text) {
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
        return found;
    }

    private List<Limit> limits(String written) {
        List<Limit> exact = byName.get(written);
        return exact != null
                ? exact
                : byName.getOrDefault(written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), List.of());
    }

    private Optional<Part.Found> after(String text, int start, int end, String written) {
        if ((AMBIGUOUS.contains(written) && !VITAL_SIGNS.matcher(text).find())
                || (written.equalsIgnoreCase("rate")
                        && !OF_HEART.matcher(text).region(0, start).find())) {
            return Optional.empty();
        }
        if (written.equalsIgnoreCase("hr")
                && start > 1
                && Character.isDigit(text.charAt(start - 2))
                && (start < 3
                        || !Character.isDigit(text.charAt(start - 3))
                        || start < 4
                        || text.charAt(start - 4) == ' ')
                && !(start > 4 && text.charAt(start - 4) == '/' || start > 5 && text.charAt(start - 5) == '/')) {
            return Optional.empty();
        }
        int limitOfSight = Math.min(text.length(), end + NEAR);
        Matcher link = LINK.matcher(text).region(end, limitOfSight);
        int at = link.lookingAt() ? link.end() : end;
        List<Limit> limits = limits(written);
        Values values = new Values(limits);
        boolean isPressure = limits.getFirst().name().equals(PRESSURE);
        boolean isVolume = limits.getFirst().units().contains("ml");
        Matcher above = ABOVE_NORMAL.matcher(text).region(end, limitOfSight);
        if (above.lookingAt() && limits.getFirst().high() != null) {
            values.addAboveNormal();
            return values.part(text, start, above.end());
        }
        int last = -1;
        int count = 0;
        boolean isPair = false;
        Matcher times = TIMES_NORMAL.matcher(text).region(at, limitOfSight);
        if (!isPressure && times.lookingAt() && isMultiple(times)) {
            values.addMultiple(times);
            return values.part(text, start, times.end());
        }
        while (at < limitOfSight) {
            Matcher pair = PAIR.matcher(text).region(at, limitOfSight);
            Matcher value = (isVolume ? VOLUME : VALUE).matcher(text).region(at, limitOfSight);
            if (TIME.matcher(text).region(at, limitOfSight).lookingAt() || isYear(text, at, limits)) {
                break;
            }
            int next;
            if (isPressure && pair.lookingAt()) {
                if (!values.addPair(pair.group(1), pair.group(2))) {
                    break;
                }
                isPair = true;
                next = pair.end();
            } else if (value.lookingAt() && !(isPressure && isPair)) {
                Matcher unit = UNIT.matcher(text).region(value.end(), limitOfSight);
                boolean hasUnit = unit.lookingAt();
                if (!values.add(value.group(1), hasUnit ? unit.group(1) : "")) {
                    break;
                }
                next = hasUnit ? unit.end() : value.end();
            } else {
                break;
            }
            last = next;
            count++;
            Matcher unit = UNIT.matcher(text).region(next, limitOfSight);
            next = unit.lookingAt() ? unit.end() : next;
            last = next;
            Matcher more = NEXT.matcher(text).region(next, limitOfSight);
            if (!more.lookingAt()) {
                break;
            }
            at = more.end();
        }
        if (count > 1) {
            Matcher baseline = BASELINE.matcher(text).region(last, limitOfSight);
            last = baseline.lookingAt() ? baseline.end() : last;
        }
        return last < 0 ? Optional.empty() : values.part(text, start, last);
    }

    /** "Raised ALT in 2017". */
    private static boolean isYear(String text, int at, List<Limit> limits) {
        return YEAR.matcher(text)
                        .region(Math.max(0, at - 6), Math.min(text.length(), at + 5))
                        .find()
                && limits.getFirst().units().contains("u/l");
    }

    private static boolean isMultiple(Matcher times) {
        String number = times.group(2).toLowerCase(Locale.ROOT);
        return times.group(1) != null
                || times.group(3) != null
                || number.equals("double")
                || number.equals("triple")
                || (number.equals("twice"))
                || (times.group(4) != null && !times.group(4).equalsIgnoreCase("baseline"));
    }

    /** "82/44", "180 systolic", "130 bpm", "39.2 °C". */
    private void addUnnamed(String text, List<Part.Found> found) {
        List<Part.Found> named = List.copyOf(found);
        Matcher pair = BARE_PAIR.matcher(text);
        List<Part.Found> more = new ArrayList<>();
        while (pair.find()) {
            Values values = new Values(limitsOf(PRESSURE));
            if (values.addPair(pair.group(1), pair.group(2))) {
                values.part(text, pair.start(), pair.end()).ifPresent(more::add);
            }
        }
        Matcher after = nameAfter.matcher(text);
        while (after.find()) {
            String unit = after.group(2).toLowerCase(Locale.ROOT);
            String quantity = unit.contains("sys")
                    ? SYSTOLIC
                    : unit.startsWith("dia") ? DIASTOLIC : unit.startsWith("b") ? "heart rate" : "temperature";
            Values values = new Values(limitsOf(quantity));
            if (values.add(after.group(1), "")) {
                values.part(text, after.start(), after.end()).ifPresent(more::add);
            }
        }
        Matcher multiple = UNNAMED_MULTIPLE.matcher(text);
        while (multiple.find()) {
            if (Double.parseDouble(multiple.group(1)) > 1
                    && liverWords.standBefore(text, Math.max(0, multiple.start() - NEAR), multiple.start())) {
                Values values = new Values(limitsOf(LIVER_TESTS));
                values.addAboveNormal();
                values.part(text, multiple.start(), multiple.end()).ifPresent(more::add);
            }
        }
        more.stream().filter(part -> isFree(part, named)).forEach(found::add);
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

    /** The values of one quantity, one after another. */
    private final class Values {

        private final List<Limit> limits;
        private final Map<Meaning.CodeableTerm, String> beyond = new LinkedHashMap<>();
        private @Nullable Limit last;
        private boolean isHardlyBeyond = true;
        private final List<Double> seen = new ArrayList<>();

        Values(List<Limit> limits) {
            this.limits = limits;
        }

        boolean addPair(String systolic, String diastolic) {
            double high = Double.parseDouble(systolic);
            double low = Double.parseDouble(diastolic);
            Limit above = byQuantity.get(SYSTOLIC);
            Limit below = byQuantity.get(DIASTOLIC);
            if (above == null || below == null || !above.isPlausible(high) || !below.isPlausible(low) || low >= high) {
                return false;
            }
            note(above, high);
            note(below, low);
            return true;
        }

        boolean add(String number, String unit) {
            double value = Double.parseDouble(number.replace(',', '.'));
            String written = unit.toLowerCase(Locale.ROOT).replace(" ", "").replace('\u03bc', '\u00b5');
            Optional<Limit> limit = limits.stream()
                    .filter(each -> each.units().contains(written))
                    .filter(each -> value <= each.to() * 10)
                    .findFirst()
                    .or(() -> limits.stream()
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
            note(taken, value);
            seen.add(value);
            last = taken;
            return true;
        }

        void addMultiple(Matcher times) {
            String number = times.group(2).toLowerCase(Locale.ROOT);
            double multiple =
                    Character.isDigit(number.charAt(0)) ? Double.parseDouble(number) : WORDS.getOrDefault(number, 2d);
            if (multiple > 1) {
                addAboveNormal();
            }
        }

        void addAboveNormal() {
            Limit limit = limits.getFirst();
            Limit.Bound high = limit.high();
            if (high != null) {
                isHardlyBeyond = false;
                beyond.put(high.term(), limit.name() + " above normal");
            }
        }

        private void note(Limit limit, double value) {
            limit.beyond(value).ifPresent(bound -> {
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
                    .region(to, Math.min(text.length(), to + NEAR / 2))
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

        Optional<Part.Found> part(String text, int from, int to) {
            if (isFallingFromNearLimit() || (isHardlyBeyond && isDismissed(text, to))) {
                beyond.clear();
            }
            return Optional.of(new Part.Found(
                    from, to, List.copyOf(beyond.keySet()), String.join(", ", beyond.values()), List.of(), MEASURED));
        }
    }
}
