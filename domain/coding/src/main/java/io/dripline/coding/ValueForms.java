package io.dripline.coding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How clinics write the values of a quantity: what stands before a number, the number, its unit, and what leads to the next. */
final class ValueForms {

    /** What may stand between the name of a quantity and its value. */
    static final Pattern LINK = Pattern.compile(
            "(?:[\\s:=~\u2248<>\u2264\u2265(@\\-\u2013\u2014\u2191\u2193+*]|->|\u2192|\\.(?=\\s)|[x\u00d7]\\d\\b(?=[\\s:(]+\\d)"
                    + "|\\b(?:less than|more than|greater than|lower than|higher than"
                    + "|was|is|were|of|at|to|up|down|off|now|then|as|high|low|higher|lower|raised|elevated|increased|decreased"
                    + "|abnormal|deranged|reduced|dropped|drop|dropping|drops|fell|fall|falling|fallen|rise|rose|risen|rising|went|gone"
                    + "|going|came|come|back|peak|peaked|peaking|peaks|max|maximum|min|minimum|nadir|highest|lowest|reached|reaching"
                    + "|hit|hitting|shot|jumped|spiked|spike|climbed|climbing|level|levels|reading|readings|result|results|value"
                    + "|recorded|measured|noted|about|around|approx|approximately|circa|in|the|a|from|between|still|remained|stayed"
                    + "|sitting|running|only|just|mildly|slightly|markedly|very|significantly|normal|stable|today|post|infusion"
                    + "|sustained|transiently|briefly|over|under|below|above|well|dipped|dip|dipping|sats|on|air|monitor|rate|s"
                    + "|this|week|bloods|blood|isolated|also|bumped|bump|flagged|flag|by|lab|labs|returned|reported|alert|critical|phoned|repeat|rpt|recheck|worst|peaks|touched|topped|topping|crept|creeping|drifted|drifting|sank|sagged|hovered|hovering|ranged|ranging|doubled|all|overnight|ward|seen|had|has|been|this"
                    + " am|am|pm|o/n|both|consistently|persistently|sinus|tachy|reg|regular|irreg|irregular|approximates|averaging|mid|early|late|sitting|lying|standing|on"
                    + " standing|resting|ecg|ekg|touching|nudging|nudged|pushing|breaching|breached|clocked|logged|documented|charted|showing|shows|showed|trending|hovers|averaged|settling|lowest|sao2|room|ra|during|after)\\b"
                    + "|\\bbaseline\\b(?=\\sto\\s\\d)"
                    + "|\\b(?:pre|before|baseline)\\b(?=[\\s:]{1,3}\\d[^;.\\n]{0,20}\\b(?:post|during|after|mid|end|peak)\\b[\\s:]{1,3}\\d)){0,14}+",
            Pattern.CASE_INSENSITIVE);

    /** "1,250" is more than a thousand, "38,9" less than forty. */
    private static final String NUMBER = "(?:[1-9]\\d{0,2},\\d{3}(?!\\d)|\\d{1,5}(?:[.,]\\d{1,3})?)";

    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

    private static final Pattern SAME_UNIT = Pattern.compile(
            "[^,;.\\d\\n]{0,20},\\s?(?:(?:but|now|then|today|up|down|to)\\s){0,3}(?<value>" + NUMBER
                    + ")\\s?(?<unit>[\\p{L}\u00b5]{1,8}/\\p{L}{1,3})(?![\\p{L}/])",
            Pattern.CASE_INSENSITIVE);

    /** Not "3rd", "4x daily", "3 infusions", "1 bolus"; but "HR 130 infusion stopped". */
    private static final String NO_VALUE = "(?!\\d|[.,]\\d|[xX]\\b|\u00d7|(?:st|nd|rd|th)\\b"
            + "|\\s(?:times|fold|infusions|doses|sessions|cycles|drips|treatments|boluses|courses|tablets|tabs|puffs|episodes|visits|vomits|stools"
            + "|motions|voids)\\b"
            + "|(?<=(?<![\\d.,])1)\\s(?:time|infusion|dose|session|cycle|drip|treatment|bolus|course|tablet|tab|puff|episode|visit|vomit|stool"
            + "|motion|void)\\b";

    /** What is put into a bag or a patient: "K 3 mmol in 1L". */
    private static final String ADDED =
            "|\\s?(?i:mmol|meq)\\s(?i:in\\s(?:a\\s|the\\s)?(?:\\d|bag|litre|saline|fluids?)|into|added)";

    /** No dose, volume or rate: "40 ml", "20 mg/hr", "0.3 mg/kg", but "2.5 mg%". */
    static final Pattern VALUE = Pattern.compile(
            "(" + NUMBER + ")" + NO_VALUE + ADDED
                    + "|\\s?(?i:ml|mls|mg|mcg|kg|units|g)\\b(?!/|%)|\\s?(?i:mg|mcg|ug|\u00b5g|ml|mls|g|l|units?|iu|mmol)/(?i:kg|h|hr|hrs|hour|min|day|24h)\\b)");

    /** Of enzymes, whose values are in units: "ALT 210 units". */
    static final Pattern IN_UNITS = Pattern.compile("(" + NUMBER + ")" + NO_VALUE
            + "|\\s?(?i:ml|mls|mg|mcg|kg|g)\\b|\\s?(?i:mg|mcg|ml|units?|iu)/(?i:kg|h|hr|hrs|hour|min|day|24h)\\b)");

    /** Of quantities that are a volume, or a volume in a time. */
    static final Pattern VOLUME =
            Pattern.compile("(" + NUMBER + ")" + NO_VALUE + "|\\s?(?:mg|mcg|kg|units|g|h|l(?!/min))\\b)");

    static final Pattern PAIR = Pattern.compile("(\\d{2,3})\\s?s?\\s?(?:/|over|on)\\s?(\\d{2,3})(?!\\d)");

    /** A pressure without its name. */
    static final Pattern BARE_PAIR = Pattern.compile(
            "(?<![\\p{L}\\d./:-])(\\d{2,3})s?\\s?(?:/|over)\\s?(\\d{2,3})(?![\\d/]|\\s?(?:mg|ml|mcg|hrs?\\b|min))");

    /** "118/70, 72, 98%": between a pressure and a saturation. Below 40 it may be breaths or a temperature. */
    static final Pattern PULSE_IN_ROW =
            Pattern.compile("[\\s,;/]{1,3}([4-9]\\d|[12]\\d{2})(?=[\\s,;/]{1,3}\\d{2,3}\\s?%)");

    /** "72, 98%" behind another sign. */
    static final Pattern SATURATION_IN_ROW = Pattern.compile(
            "[\\s,;/]{1,3}([6-9]\\d|100)\\s?%(?=\\s*(?:$|[,.;)\\n]|(?:ra|oa|r/a|room|on|air|at|during|throughout|post|pre|then|temp|t|rr|bp|hr)\\b))",
            Pattern.CASE_INSENSITIVE);

    /** A value before its quantity or unit. */
    static final Pattern NAME_AFTER = Pattern.compile(
            "(?<![\\p{L}\\d./:])(\\d{1,4}(?:[.,]\\d{1,2})?)\\s?((?i:systolic|sys|diastolic|bpm"
                    + "|beats per min(?:ute)?|\u00b0\\s?c|\u00b0\\s?f|degrees c(?:elsius)?|degrees f(?:ahrenheit)?|mm\\s?hg systolic))(?!\\p{L})");

    /** "39.2C", "101.5 F": of a body only with a digit after the point. */
    static final Pattern BARE_TEMPERATURE = Pattern.compile(
            "(?<![\\p{L}\\d./:-])(?:(3[0-9][.,]\\d|4[0-2][.,]\\d)\\s?C|(9[4-9][.,]\\d|10[0-8][.,]\\d)\\s?F)(?![\\p{L}/])");

    static final Pattern UNIT = Pattern.compile(
            "\\s?(%|(?:\u00b0|\u00ba|degrees?\\b|degs?\\b)\\.?\\s?(?:c(?:elsius|entigrade)?\\b|f(?:ahrenheit)?\\b)?|c(?:elsius)?\\b(?!/)|f(?:ahrenheit)?\\b(?!/)"
                    + "|mm\\s?hg|mm\\b|(?:/\\s?)?palp(?:able|ation)?\\b|bpm|beats|/\\s?min|[\u00b5\u03bcu]?mol/l|micromol(?:/l|es)?|mmol(?:/l)?|mg/dl|mg%|i?u/l|units?/l\\b|units\\b|ms(?:ecs?)?\\b|meq/l"
                    + "|l(?:itres?)?/min|ml/min|ml/kg/h(?:r|our)?|ml/h(?:r|our)?|mls?\\b|cc\\b|s(?:ecs?|econds?)?\\b)",
            Pattern.CASE_INSENSITIVE);

    /** A laboratory's remark that a value is beyond its own limits. */
    static final Pattern FLAG = Pattern.compile(
            "\\s?(?:\\((?:H|L|HH|LL)\\)|(?:H|L|HH|LL)(?![\\p{L}\\d/'\u2019-])|\\*{1,2}|\\s(?i:on|by)\\s(?i:vbg|abg|(?:blood\\s)?gas)\\b)");

    private static final String REFERENCE_NAME =
            "(?:ref(?:erence)?|nr|rr|normal|range|normal range|ref(?:erence)? range)";

    /** "(10-50)", "[NR 0 to 40 U/L]": the laboratory's own limits. */
    static final Pattern REFERENCE = Pattern.compile(
            "\\s*[(\\[]\\s*(?:" + REFERENCE_NAME
                    + "[\\s:.]*)?(?:\\d{1,4}(?:[.,]\\d{1,2})?\\s?(?:-|\u2013|to)\\s?|(?:<|\u2264|uln[\\s:]*))\\d{1,4}(?:[.,]\\d{1,2})?"
                    + "(?:\\s?[\\p{L}\u00b5%/]{1,10})?\\s*[)\\]]",
            Pattern.CASE_INSENSITIVE);

    private static final String EARLIER =
            "\\(?(?:pre\\b(?:[\\s-]?(?:inf\\w*|drip|dose|treatment))?|before(?:hand)?\\b|(?:at\\s)?baseline\\b|initially\\b|(?:at\\s)?(?:start|rest)\\b|resting\\b|lying\\b|supine\\b"
                    + "|(?:at|@)\\s?\\d{1,3}\\s?min\\w*)\\)?";

    private static final String LATER =
            "(?:post|during|after|afterwards|mid|peak|(?:at\\s)?end|by\\send|standing|on\\sstanding|throughout|later|on\\sd/c)\\b|(?:at|@)\\s?\\d{1,3}\\s?min";

    /** What leads from one value to the next: an arrow, "then", "72 pre, 130 post". */
    static final Pattern NEXT = Pattern.compile(
            "\\s*(?:\\(\\s*(?=\\d)|[,;]?\\s*@\\s?\\d{1,3}(?:\\s?min\\w*)?[\\s:]+(?=\\d)|" + EARLIER
                    + "[\\s,;/&-]*(?=\\d{1,4}(?:\\.\\d{1,2})?\\s?(?:%|bpm|ms|u/l|mmhg)?\\s*\\(?(?:" + LATER + "))"
                    + "|(?:[(,]?\\s*(?:-+>|=>|>|\u2192|\u2013|-|/|&|\\bto\\b|\\bthen\\b|\\bvs\\b|\\bnow\\b|\\bfrom\\b|\\bwas\\b|\\bprev(?:iously)?\\b|\\bup\\b|\\bdown\\b|\\band\\b|\\bback\\b|\\bcurrently\\b|\\b(?:settled|steady|recovered)\\s(?:at|to)\\b|\\bbaseline\\b|\\bpeak\\b|\\brose\\b|\\brising\\b|\\brisen\\b|\\bclimbed\\b|\\bfell\\b|\\bdropped\\b|\\bincreased\\b|\\bmax\\b|\\([^()\\d]{1,25}\\))\\s*){1,3})(?=\\d)",
            Pattern.CASE_INSENSITIVE);

    /** "HR pre 72, post 130". */
    static final Pattern NEXT_AFTER_EARLIER = Pattern.compile(
            "[\\s,;/]*(?:post|during|mid|after|end|peak)\\b(?:[\\s-]?(?:inf\\w*|drip|dose|treatment)\\b)?[\\s:=]*(?=\\d)",
            Pattern.CASE_INSENSITIVE);

    /** What says of the last of several values that it was the one before. */
    static final Pattern BASELINE = Pattern.compile(
            "[\\s(]*(?:at |on )?(?:baseline|pre[- ]?\\w*(?: \\w+)?|before\\b(?: \\w+)?|prior\\b(?: \\w+)?|last"
                    + " (?:month|week|year|time))",
            Pattern.CASE_INSENSITIVE);

    /** "Infusion 2 of 6". */
    static final Pattern OF_SEVERAL =
            Pattern.compile("(?:[1-9]|1\\d|20)\\s(?:out\\s)?of\\s\\d", Pattern.CASE_INSENSITIVE);

    private static final String END =
            "(?=\\s*(?:$|[.,;:)(!\\n\\u2192-]|(?:on|at|for|during|throughout|since|after|post|in|than|systolic)\\b))";

    /** "180/110 or above", "160 and over"; but not "38.9 and lower back pain". */
    static final Pattern OR_BEYOND = Pattern.compile(
            "\\s(?:or\\s(?:(?<above>above|over)|below|under)\\b|(?:and|or)\\s(?:(?<more>above|over|more|higher|greater)|below|under|less|lower)"
                    + END + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_MOST = Pattern.compile("(?:\u2264|<\\s?=|=<)\\s*$");
    private static final Pattern AT_LEAST = Pattern.compile("(?:\u2265|>\\s?=)\\s*$");
    private static final Pattern BELOW =
            Pattern.compile("(?:<|\\b(?:below|under|less than|lower than))\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile(
            "(?:(?<![-=])>|\\b(?:above|over|more than|greater than|higher than))\\s*$", Pattern.CASE_INSENSITIVE);

    private ValueForms() {}

    static double number(String written) {
        return Double.parseDouble(
                THOUSANDS.matcher(written).matches() ? written.replace(",", "") : written.replace(',', '.'));
    }

    /** By the sign or word that ends what stands before the number. */
    static MeasuredValues.Side side(String link) {
        if (AT_MOST.matcher(link).find()) {
            return MeasuredValues.Side.AT_MOST;
        }
        if (AT_LEAST.matcher(link).find()) {
            return MeasuredValues.Side.AT_LEAST;
        }
        if (BELOW.matcher(link).find()) {
            return MeasuredValues.Side.BELOW;
        }
        return ABOVE.matcher(link).find() ? MeasuredValues.Side.ABOVE : MeasuredValues.Side.AT;
    }

    /** With what stands behind the number: "180/110 or above". */
    static MeasuredValues.Side side(MeasuredValues.Side before, String text, int from, int to) {
        Matcher beyond = OR_BEYOND.matcher(text).region(from, to);
        if (before != MeasuredValues.Side.AT || !beyond.lookingAt()) {
            return before;
        }
        boolean isAbove = beyond.group("above") != null || beyond.group("more") != null;
        return isAbove ? MeasuredValues.Side.AT_LEAST : MeasuredValues.Side.AT_MOST;
    }

    static boolean looksAt(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).region(from, to).lookingAt();
    }

    /** "33 U/L in Sept, 129 U/L this month": the place of the next value that has the same unit of a laboratory, or the same. */
    static int skipToSameUnit(String text, int from, int to, String unit) {
        Matcher later = SAME_UNIT.matcher(text).region(from, to);
        return unit.contains("/") && later.lookingAt() && later.group("unit").equalsIgnoreCase(unit)
                ? later.start("value")
                : from;
    }

    /** The place after what looks at it, or the same. */
    static int skip(Pattern pattern, String text, int from, int to) {
        Matcher matcher = pattern.matcher(text).region(from, to);
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
