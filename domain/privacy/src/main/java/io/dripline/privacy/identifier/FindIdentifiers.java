package io.dripline.privacy.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what obviously tells who somebody is: by its form (e-mail addresses, phone numbers, dates) or by the word before it (DOB, MRN,
 * Mrs). What a clinician measures must not be taken for it: doses, blood pressures, counts and times have none of these forms.
 */
public final class FindIdentifiers {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH_NUMBER = "(?:0?[1-9]|1[0-2])";
    private static final String FULL_DATE = "(?:" + YEAR + "-" + MONTH_NUMBER + "-" + DAY
            + "|" + DAY + "[./-]" + MONTH_NUMBER + "[./-]" + YEAR
            + "|" + MONTH_NUMBER + "/" + DAY + "/" + YEAR
            + "|" + DAY + "(?:st|nd|rd|th)?[ -](?:of )?" + MONTH + ",?[ -]" + YEAR
            + "|" + MONTH + " " + DAY + "(?:st|nd|rd|th)?,? " + YEAR + ")";
    private static final String DATE_OF_A_PERSON =
            "(?:" + FULL_DATE + "|" + DAY + "[./-]" + DAY + "[./-]\\d{2}|\\d{6}|\\d{8})";

    private static final Pattern DATE = anyCase("(?<![\\w./-])(?<it>" + FULL_DATE + ")(?![\\w/])");
    private static final Pattern DATE_OF_BIRTH = anyCase(
            "(?<![\\w.])(?:d\\.? ?o\\.? ?b\\b\\.?|date of birth|birth ?date|birthday|born(?: on)?)[ :=(-]{0,4}(?<it>"
                    + DATE_OF_A_PERSON + ")(?!\\w)");

    private static final Pattern EMAIL_ADDRESS = anyCase(
            "(?<![\\w.%+-])(?<it>[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{2,63}){1,4})(?![\\w-])");

    private static final Pattern INTERNATIONAL = Pattern.compile(
            "(?<![\\w+])(?<it>\\+\\d{1,3}[ -]?(?:\\(\\d{1,4}\\)[ -]?)?\\d{1,4}(?:[ -]?\\d{2,4}){2,4})(?![\\w/%])");
    private static final Pattern NATIONAL =
            Pattern.compile("(?<![\\w./-])(?<it>\\(?0\\d{1,4}\\)?(?:[ -]?\\d{2,4}){2,4})(?![\\w/%])");
    private static final Pattern IN_THREE_PARTS =
            Pattern.compile("(?<![\\w./-])(?<it>(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[.-]\\d{4})(?![\\w/%])");
    private static final Pattern AFTER_PHONE = anyCase(
            "\\b(?:phone|telephone|tel|mobile|mob|cell ?phone|fax)(?: (?:no|number))?[ .:=#]{0,3}(?<it>[+(]?\\d[\\d ()-]{4,18}\\d)(?!\\w)");

    /** Further digits are its next groups, but not where a slash or a point shows that they are a value behind it. */
    private static final Pattern RECORD_NUMBER = anyCase(
            "\\b(?:mrn|urn|ur(?= ?no)|ur(?= number)|nhs|ssn|medicare|(?:medical )?record|hospital|patient|chart|case|insurance|policy|file)"
                    + "(?: ?(?:no|number|num|id|code|card))?[ .:=#]{0,3}(?<it>(?:[a-z]{1,4}[-/ ]?)?\\d[\\da-z/-]*(?: \\d{2,6}(?![/.]?\\d)){0,4})(?![\\w%])");
    /** By these words alone; by the others only with "number" or one of its kind. */
    private static final Pattern MEANS_A_NUMBER =
            anyCase("^(?:mrn|urn|nhs|ssn|medicare)\\b|\\b(?:no|number|num|id|code|card)\\b");

    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<![\\w-])(?<it>\\d{3}-\\d{2}-\\d{4})(?![\\w-])");

    private static final String NAME = "\\p{Lu}\\p{L}*(?:['\u2019-]\\p{Lu}?\\p{L}+)*";
    /** Nausea and vomiting (N+V), potassium (K 2.9) or a temperature (T: 38) behind a name is no second name. */
    private static final String NO_SIGN = "(?!\\p{Lu}(?:[+/:=]| ?\\d))";

    private static final String SECOND_NAME = "(?: " + NO_SIGN + NAME + ")?";
    private static final Pattern TITLED = Pattern.compile(
            "(?<!\\p{L})(?:(?:Mrs|Mr|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Frau|Mme|Madame)\\.? ){1,4}+(?<it>(?:\\p{Lu}\\.? )?"
                    + NAME + SECOND_NAME + ")");
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(?:(?i:patient|pt|client|lady|man|woman|person) (?i:named|called)|(?i:(?:his|her|their|patient's|full|last|first|my) name)(?i: is|:)) (?<it>"
                    + NAME + SECOND_NAME + ")");
    private static final Pattern RELATED = Pattern.compile(
            "(?<!\\p{L})(?:wife|husband|partner|son|daughter|mother|father|mum|mom|sister|brother|carer) (?<it>\\p{Lu}\\p{Ll}{2,}"
                    + ")(?=[ ,.;)]|$)");

    /** Words that follow a title or a relative where every word begins with a capital letter, and are no name. */
    private static final Set<String> NO_NAMES = Set.of(
            ("i he she they it we was is has had felt feels said says states stated reports reported complained complains"
                            + " very then who and but with after during before at on in the a an no not nil did does"
                            + " aware notified informed called reviewed review attended advised contacted present stopped paused"
                            + " requested asked saw seen given gave became developed experienced denies denied vomited vomiting"
                            + " nausea nauseated nauseous dizzy dizziness headache sick unwell pain sedated drowsy confused"
                            + " anxious agitated hypertensive hypotensive bp hr spo ecg iv im ketamine midazolam ondansetron")
                    .split(" "));

    private static final int FEWEST_OF_A_RECORD = 3;
    /** "DOB 1/1/99". */
    private static final int FEWEST_OF_A_DATE = 4;

    /** After a word that says that it is one. */
    private static final int FEWEST_OF_A_PHONE = 6;

    private static final int FEWEST_WITHOUT_A_COUNTRY = 9;

    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");

    /** Words of the vocabulary and of the phrases that coding was tuned on. */
    private static final Set<String> WORDS = words();

    private FindIdentifiers() {}

    /**
     * What there is, in the order of the text and without overlaps. Most of what is reported has hardly a digit and no capital letter:
     * only forms are looked for that what is there can fill, which takes a fraction of the time.
     */
    public static List<Identifier> in(String text) {
        List<Identifier> found = new ArrayList<>();
        long digits = digits(text);
        if (text.indexOf('@') >= 0) {
            find(found, text, EMAIL_ADDRESS, IdentifierKind.EMAIL_ADDRESS);
        }
        if (digits >= FEWEST_OF_A_RECORD) {
            findNumbers(found, text, digits);
        }
        if (text.codePoints().anyMatch(Character::isUpperCase)) {
            for (Pattern before : List.of(TITLED, NAMED, RELATED)) {
                findNames(found, text, before);
            }
        }
        found.sort(Comparator.comparingInt(Identifier::from));
        return List.copyOf(found);
    }

    /** @param digits how many there are */
    private static void findNumbers(List<Identifier> found, String text, long digits) {
        if (digits >= FEWEST_OF_A_DATE) {
            find(found, text, DATE_OF_BIRTH, IdentifierKind.DATE_OF_BIRTH);
            find(found, text, DATE, IdentifierKind.DATE);
        }
        findRecordNumbers(found, text);
        if (digits >= FEWEST_WITHOUT_A_COUNTRY) {
            find(found, text, SOCIAL_SECURITY, IdentifierKind.RECORD_NUMBER);
        }
        if (digits >= FEWEST_OF_A_PHONE) {
            findPhoneNumbers(found, text, AFTER_PHONE);
        }
        if (text.indexOf('+') >= 0) {
            findPhoneNumbers(found, text, INTERNATIONAL);
        }
        if (digits >= FEWEST_WITHOUT_A_COUNTRY) {
            findPhoneNumbers(found, text, NATIONAL);
            findPhoneNumbers(found, text, IN_THREE_PARTS);
        }
    }

    /** The kinds of what there is in words, each once: {@code a date, a name}; empty where there is nothing. */
    public static String kindsIn(String text) {
        return kinds(in(text).stream().map(Identifier::kind));
    }

    /**
     * The same of what officers write, where a name may go on in the next line: the days of which they speak are not of somebody's
     * life, unless they say of whose.
     */
    public static String kindsInReason(String text) {
        return kinds(in(LINE_ENDS.matcher(text).replaceAll(" ")).stream()
                .map(Identifier::kind)
                .filter(kind -> kind != IdentifierKind.DATE));
    }

    private static String kinds(Stream<IdentifierKind> found) {
        return found.distinct().map(IdentifierKind::words).collect(Collectors.joining(", "));
    }

    private static void find(List<Identifier> found, String text, Pattern pattern, IdentifierKind kind) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            add(found, new Identifier(kind, matcher.start("it"), matcher.end("it")));
        }
    }

    private static void findRecordNumbers(List<Identifier> found, String text) {
        Matcher matcher = RECORD_NUMBER.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            String before = text.substring(matcher.start(), matcher.start("it"));
            boolean isNumber = digits(matcher.group("it")) >= FEWEST_OF_A_RECORD
                    && MEANS_A_NUMBER.matcher(before).find();
            if (isNumber) {
                add(found, new Identifier(IdentifierKind.RECORD_NUMBER, matcher.start("it"), matcher.end("it")));
            }
            // In "chart MRN 1234567" the second word says that it is one.
            from = isNumber ? matcher.end() : matcher.start("it");
        }
    }

    /** Of 8 to 15 digits (ITU-T E.164 allows 15), of 9 to 11 without a country; said to be one, of 6. Three times of day have 12. */
    private static void findPhoneNumbers(List<Identifier> found, String text, Pattern form) {
        int least = form == AFTER_PHONE ? FEWEST_OF_A_PHONE : form == NATIONAL ? FEWEST_WITHOUT_A_COUNTRY : 8;
        int most = form == NATIONAL ? 11 : 15;
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            long digits = digits(matcher.group("it"));
            if (digits >= least && digits <= most) {
                add(found, new Identifier(IdentifierKind.PHONE_NUMBER, matcher.start("it"), matcher.end("it")));
            }
        }
    }

    /** A second word is part of the name unless it is one of those that tell what happened. */
    private static void findNames(List<Identifier> found, String text, Pattern before) {
        Matcher matcher = before.matcher(text);
        while (matcher.find()) {
            int end = matcher.start("it");
            for (String word : matcher.group("it").split(" ")) {
                boolean isFirst = end == matcher.start("it");
                if (NO_NAMES.contains(word.toLowerCase(Locale.ROOT))
                        || !isFirst && WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                    break;
                }
                end += (isFirst ? 0 : 1) + word.length();
            }
            if (end > matcher.start("it")) {
                add(found, new Identifier(IdentifierKind.NAME, matcher.start("it"), end));
            }
        }
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static void add(List<Identifier> found, Identifier identifier) {
        if (found.stream().noneMatch(other -> identifier.from() < other.to() && other.from() < identifier.to())) {
            found.add(identifier);
        }
    }

    private static Set<String> words() {
        try (InputStream in = Objects.requireNonNull(FindIdentifiers.class.getResourceAsStream("no-names.txt"))) {
            return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern anyCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
