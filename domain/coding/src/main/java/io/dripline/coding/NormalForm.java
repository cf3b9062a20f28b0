package io.dripline.coding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which words are the same words: lower case, compatibility forms made one (ﬁ is fi), runs of spaces one
 * space, no punctuation at the ends. Numbers stay: "BP 181/99" is not "BP 120/80".
 */
public final class NormalForm {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern ENDS = Pattern.compile("^[\\p{P} &&[^%]]+|[\\p{P} &&[^%]]+$");

    private NormalForm() {}

    /** The normal form; words of nothing but punctuation keep it, and blank words have an empty one. */
    public static String of(String words) {
        String lower = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String spaced = SPACES.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        String bare = ENDS.matcher(spaced).replaceAll("");
        return bare.isEmpty() ? spaced : bare;
    }
}
