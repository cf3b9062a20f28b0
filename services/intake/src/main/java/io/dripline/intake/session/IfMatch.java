package io.dripline.intake.session;

import io.dripline.intake.request.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions that a change may be made to, as the header If-Match names them (RFC 9110). */
record IfMatch(List<String> tags) {

    private static final Pattern HEADER = Pattern.compile("\\*|(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*");

    /**
     * Reads the header.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 where it is missing, 400 where it is no list of tags
     */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.preconditionRequired();
        }
        if (!HEADER.matcher(header.strip()).matches()) {
            throw Refusal.malformed("If-Match", "expected an ETag in double quotes, as \"1\"");
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).toList());
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
