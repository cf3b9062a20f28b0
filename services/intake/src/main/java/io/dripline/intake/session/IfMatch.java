package io.dripline.intake.session;

import io.dripline.intake.request.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions that a change may be made to, as the header If-Match names them (RFC 9110). */
record IfMatch(List<String> tags) {

    private static final Pattern ONE = Pattern.compile("\\*|(W/)?\"[^\"]*\"");
    private static final int LONGEST = 1000;

    /**
     * Reads the header.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 where it is missing, 400 where it is no list of tags
     */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.preconditionRequired();
        }
        if (header.length() > LONGEST) {
            throw Refusal.malformed("If-Match", "expected at most " + LONGEST + " characters");
        }
        // Versions have no commas in their tags, so a comma always parts two.
        List<String> tags =
                Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        boolean any = tags.contains("*");
        if (any && tags.size() > 1
                || !tags.stream().allMatch(tag -> ONE.matcher(tag).matches())) {
            throw Refusal.malformed("If-Match", "expected an ETag in double quotes, as \"1\"");
        }
        return new IfMatch(tags);
    }

    /**
     * As {@link #of}, where any version will do if none is named.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it is no list of tags
     */
    static IfMatch ofAny(@Nullable String header) {
        return header == null ? new IfMatch(List.of("*")) : of(header);
    }

    /** A weak tag never matches: it promises too little for a change. */
    boolean matches(int version) {
        return tags.contains("*") || tags.contains(tag(version));
    }

    /** The ETag of a version. */
    static String tag(int version) {
        return "\"" + version + "\"";
    }
}
