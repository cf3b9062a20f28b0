package io.dripline.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a multiple of a limit is one of a liver test: by the word it is said of, spelt rightly or nearly. */
final class LiverWords {

    private static final String TERM = "elevated-liver-enzymes";

    /** Of the names of liver tests, what other tests are called too. */
    private static final Set<String> GENERAL = Set.of(
            "numbers",
            "counts",
            "bloods",
            "values",
            "results",
            "readings",
            "panel",
            "function",
            "tests",
            "test",
            "enzymes",
            "enzyme",
            "phos",
            "phosphatase",
            "gamma");

    private static final Set<String> MORE =
            Set.of("bilirubin", "hepatic", "aminotransferases", "transaminitis", "transpeptidase");

    /** What may stand between the name of a test and the multiple. */
    private static final Set<String> LINKS = Set.of(
            "was",
            "is",
            "were",
            "are",
            "at",
            "to",
            "up",
            "now",
            "then",
            "and",
            "both",
            "all",
            "high",
            "raised",
            "elevated",
            "increased",
            "abnormal",
            "deranged",
            "doubled",
            "tripled",
            "rose",
            "rising",
            "risen",
            "peak",
            "peaked",
            "about",
            "around",
            "approx",
            "over",
            "above",
            "the",
            "a",
            "in",
            "from",
            "of",
            "on",
            "by",
            "still",
            "x",
            "times",
            "last",
            "week",
            "wk",
            "wks",
            "day",
            "d",
            "today",
            "after",
            "since",
            "level",
            "levels",
            "gone");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Shorter names are too near to others. */
    private static final int SHORTEST = 4;

    private static final int LONG = 9;

    private final Set<String> words = new HashSet<>(MORE);

    LiverWords(List<Limit> limits) {
        for (Limit limit : limits) {
            if (limit.high() != null && limit.high().term().id().equals(TERM)) {
                limit.names().forEach(name -> words.addAll(List.of(name.split("[ /]"))));
            }
        }
        words.removeAll(GENERAL);
        words.removeAll(LINKS);
    }

    /** A liver word is the last before the end but for links, or the report begins with the multiple. */
    boolean standBefore(String text, int from, int end) {
        List<String> before = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(from, end);
        while (word.find()) {
            before.add(word.group().toLowerCase(Locale.ROOT));
        }
        boolean isNothingElse = from == 0;
        for (String last : before.reversed()) {
            if (words.stream().anyMatch(liver -> isNear(last, liver))) {
                return true;
            }
            if (!LINKS.contains(last) && !GENERAL.contains(last)) {
                return false;
            }
            isNothingElse &= !GENERAL.contains(last);
        }
        return isNothingElse;
    }

    /** One error in a word of five letters, two in one of nine. */
    private static boolean isNear(String written, String word) {
        int allowed = word.length() >= LONG ? 2 : word.length() > SHORTEST ? 1 : 0;
        return written.equals(word)
                || allowed > 0
                        && Math.abs(written.length() - word.length()) <= allowed
                        && errors(written, word) <= allowed;
    }

    /** Letters wrong, missing, superfluous or swapped. */
    private static int errors(String a, String b) {
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    errors[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                errors[i][j] = Math.min(Math.min(errors[i - 1][j], errors[i][j - 1]) + 1, errors[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    errors[i][j] = Math.min(errors[i][j], errors[i - 2][j - 2] + 1);
                }
            }
        }
        return errors[a.length()][b.length()];
    }
}
