package io.dripline.reporting.alert;

import io.dripline.reporting.caller.Violations;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions that a step may follow, as the header If-Match names them (RFC 9110). */
record IfMatch(List<String> tags) {

    /** Whatever the version is. */
    static final IfMatch ANY = new IfMatch(List.of("*"));

    private static final Pattern ONE = Pattern.compile("\\*|(W/)?\"[^\"]*\"");
    private static final int LONGEST = 1_000;

    /**
     * Reads the header.
     *
     * @throws HttpProblem 428 where it is missing, 400 where it is no list of tags
     */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw HttpProblem.valueOf(
                    Response.Status.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the alert as you read it, which is its version in double quotes.");
        }
        // Versions have no commas, so a comma always parts two.
        List<String> tags =
                Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        Violations violations = new Violations();
        if (header.length() > LONGEST
                || tags.contains("*") && tags.size() > 1
                || !tags.stream().allMatch(tag -> ONE.matcher(tag).matches())) {
            violations.malformed("If-Match", "expected the ETag of a version in double quotes, as \"1\"");
        }
        violations.refuseIfAny();
        return new IfMatch(tags);
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
