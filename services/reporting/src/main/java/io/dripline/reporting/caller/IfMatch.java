package io.dripline.reporting.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of something that may be followed or replaced, as the header If-Match names them (RFC 9110).
 *
 * @param tags none: any, also where there is no version yet
 */
public record IfMatch(List<String> tags) {

    private static final Pattern ONE = Pattern.compile("\\*|(W/)?\"[^\"]*\"");
    private static final int LONGEST = 1_000;

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /**
     * Reads a header that may be left out; without one any version will do.
     *
     * @throws HttpProblem 400 where it is no list of tags
     */
    public static IfMatch optional(@Nullable String header) {
        return header == null ? new IfMatch(List.of()) : read(header);
    }

    /**
     * Reads a header that must be there.
     *
     * @param missing what to do where it is not
     * @throws HttpProblem 428 where it is missing, 400 where it is no list of tags
     */
    public static IfMatch required(@Nullable String header, String missing) {
        if (header == null || header.isBlank()) {
            throw HttpProblem.valueOf(Response.Status.PRECONDITION_REQUIRED, missing);
        }
        return read(header);
    }

    private static IfMatch read(String header) {
        // Versions have no commas, so a comma always parts two.
        List<String> tags =
                Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        if (header.length() > LONGEST
                || tags.contains("*") && tags.size() > 1
                || !tags.stream().allMatch(tag -> ONE.matcher(tag).matches())) {
            Violations violations = new Violations();
            violations.malformed("If-Match", "expected the ETag of a version in double quotes, as \"1\"");
            violations.refuseIfAny();
        }
        return new IfMatch(tags);
    }

    /**
     * A weak tag never matches: it promises too little for a change.
     *
     * @param version 0 where there is none yet
     */
    public boolean matches(int version) {
        return tags.isEmpty() || version > 0 && tags.contains("*") || tags.contains(tag(version));
    }

    /** The ETag of a version. */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }
}
