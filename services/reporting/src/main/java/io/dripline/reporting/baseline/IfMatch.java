package io.dripline.reporting.baseline;

import io.dripline.reporting.caller.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a null that may be replaced, as the header If-Match names them (RFC 9110).
 *
 * @param tags none: any, also where no officer gave one yet
 */
record IfMatch(List<String> tags) {

    private static final Pattern ONE = Pattern.compile("\\*|(W/)?\"[^\"]*\"");
    private static final int LONGEST = 1_000;

    /**
     * Reads the header; without one any revision will do.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it is no list of tags
     */
    static IfMatch of(@Nullable String header) {
        if (header == null) {
            return new IfMatch(List.of());
        }
        List<String> tags =
                Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        if (header.length() > LONGEST
                || tags.contains("*") && tags.size() > 1
                || !tags.stream().allMatch(tag -> ONE.matcher(tag).matches())) {
            Violations violations = new Violations();
            violations.malformed("If-Match", "expected the ETag of a revision in double quotes, as \"1\"");
            violations.refuseIfAny();
        }
        return new IfMatch(tags);
    }

    boolean matches(int revision) {
        return tags.isEmpty() || revision > 0 && tags.contains("*") || tags.contains("\"" + revision + "\"");
    }
}
