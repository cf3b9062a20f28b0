package io.dripline.coding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a time from a value: "at 20 min", "on 12/3", "D5", and whether "HR" is the heart rate or hours. */
final class ReadTimes {

    /** What stands before "HR" is no further away. */
    private static final int BEFORE = 24;

    private static final int AFTER = 40;

    private static final Pattern HOURS = Pattern.compile(
            "(?:(?<![\\d/.])\\d{1,2}(?:\\.\\d)?[\\s-]?|\\b(?:per|every|each|an|half|one|two|three|next|first|last|hourly)\\s)$",
            Pattern.CASE_INSENSITIVE);

    /** A value of another vital sign: "RR 18 HR 130", "BP 181/99 hr 120". */
    private static final Pattern OF_VITAL_SIGN = Pattern.compile(
            "(?:(?<![\\p{L}\\d])(?:rr|resps?|resp rate|t|temp|temperature|tmax|sats?|spo2|sao2|o2|sbp|dbp|bp|map|gcs|bm|bsl|bgl|p|news2?|ews)"
                    + "[\\s:=~<>@]{0,3}\\d{1,3}(?:\\.\\d{1,2})?|\\d{2,3}/\\d{2,3})"
                    + "\\s?(?:%|\u00b0?\\s?c\\b|f\\b|ra\\b|oa\\b|on air\\b|mmhg\\b)?[\\s,;]*$",
            Pattern.CASE_INSENSITIVE);

    /** "T 38.9 HR 130", "6 HR up to 130"; but not "2 HR 30 min". */
    private static final Pattern RATE = Pattern.compile(
            "[\\s:=~\u2248<>\u2264\u2265\u2191\u2193]{0,4}(?:(?:up|to|now|was|is|at|of|peak(?:ed)?|max|rose|fell|dropped|down|sinus|reg|regular)\\s+){0,3}"
                    + "\\d{2,3}(?![\\d/:]|\\s?(?i:ml|mg|mcg|units|min|h\\b|%))");

    /** "ALT 120 day 5", "HR 48 day 2": the day has its number behind it, and so many days are none; but "ALT 12 week 85". */
    private static final String NOT_OF_VALUE =
            "(?!(?<=(?:\\d{3}\\s?(?:day|week|wk|month|mth)|(?:[4-9]\\d|3[2-9])\\s?day))\\s?\\d{1,2}(?![\\d./]))";

    private static final Pattern TIME = Pattern.compile(
            "(?:\\d{1,2}/(?:7|12|24)|[1-5]?\\d/(?:52|60))(?!\\d)|\\d{1,4}\\s?(?<unit>hrs?|hours?|h|mins?|minutes?|days?|weeks?|wks?|months?|mths?|/7)\\b"
                    + NOT_OF_VALUE + "|\\d{1,2}[:]\\d{2}"
                    + "|\\d{1,2}\\s?(?:hourly|hrly|daily|weekly|wkly|monthly|(?:/\\s?|per\\s|an?\\s)(?:d|day|night|shift|wk|week|month|hr|hour))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER_HOURS =
            Pattern.compile("\\s?(?:post|after|later|in|into|infusion|call)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern HIGHEST =
            Pattern.compile("\\b(?:max|maximum|peak|highest)\\W*$", Pattern.CASE_INSENSITIVE);

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    /** When a value was taken, between the name of the quantity and the value. */
    private static final Pattern WHEN = Pattern.compile(
            "(?:(?<=@|@\\s)\\d{1,2}(?=[\\s:]+(?:\\d{3}|\\d{2}(?!\\d|\\s?(?:m|mins?|minutes?|hrs?|h|hours?)\\b)))|\\d{1,3}\\s?(?<unit>mins?|minutes?|m|hrs?|hours?|(?-i:h)|days?|weeks?|wks?|months?|mths?|/7|/52|/12|/24|/60|['\u2019\u2032])(?![\\p{L}\\d])"
                    + NOT_OF_VALUE
                    + "(?:\\s(?:later|ago|post|after|in|into)(?:\\s(?:the\\s)?inf(?:usion)?)?)?"
                    + "|(?:d|day|wk|week|mth|month|inf|infusion|session|dose|cycle|visit|no)\\s?[.#]?\\s?\\d{1,2}(?![\\d./])"
                    + "|(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|[12]\\d|3[01])(?:/(?:20)?\\d{2})?(?![\\d/])"
                    + "|\\d{1,2}:\\d{2}(?!\\d)(?:\\s?(?:am|pm|hrs?|h)\\b)?|\\d{1,2}\\s?(?:am|pm)\\b|\\d{4}\\s?(?:hrs?|h)\\b|\\d{1,2}(?=:\\s)"
                    + "|(?:\\d{1,2}(?:st|nd|rd|th)?\\s)?" + MONTH + "\\b\\.?(?:\\s(?:20)?\\d{2}(?=[\\s:]+\\d))?)"
                    + "\\s*[):=,\u2013-]?\\s*(?:(?:was|of|is)\\s)?(?=[<>~]?\\s?\\d)",
            Pattern.CASE_INSENSITIVE);

    private ReadTimes() {}

    /** Whether "hr" at this place is a heart rate: no rate of an infusion, no hours. */
    static boolean isHeart(String text, int at) {
        String before = text.substring(Math.max(0, at - BEFORE), at);
        if (before.endsWith("/")) {
            return false;
        }
        return !HOURS.matcher(before).find()
                || OF_VITAL_SIGN.matcher(before).find()
                || (text.startsWith("HR", at)
                        && RATE.matcher(text)
                                .region(at + 2, Math.min(text.length(), at + AFTER))
                                .lookingAt());
    }

    /** Whether a time stands here and no value: "HR 20 min later", but not "ALT 210 H", "max 130 min 70", "RR 18 HR 130". */
    static boolean stands(String text, int at, int end) {
        Matcher time = TIME.matcher(text).region(at, end);
        return time.lookingAt() && !isOfValue(text, at, time);
    }

    /** The place after a time, where a number follows it; else the same place. */
    static int after(String text, int at, int end) {
        Matcher when = WHEN.matcher(text).region(at, end).useTransparentBounds(true);
        return when.lookingAt() && !isOfValue(text, at, when) ? when.end() : at;
    }

    /** Whether what looks like the unit of a time is a flag, a lowest value or the next quantity's name. */
    private static boolean isOfValue(String text, int at, Matcher time) {
        String unit = time.group("unit");
        if (unit == null) {
            return false;
        }
        if (unit.equals("H")) {
            return !AFTER_HOURS
                    .matcher(text)
                    .region(time.end("unit"), text.length())
                    .lookingAt();
        }
        return unit.equalsIgnoreCase("min")
                        && HIGHEST.matcher(text.substring(Math.max(0, at - BEFORE), at))
                                .find()
                || unit.equalsIgnoreCase("hr") && isHeart(text, time.start("unit"));
    }
}
