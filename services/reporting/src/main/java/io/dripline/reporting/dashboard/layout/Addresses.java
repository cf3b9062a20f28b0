package io.dripline.reporting.dashboard.layout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Addresses of pages. */
public final class Addresses {

    private Addresses() {}

    /** Of a measure's page. @param filters by name, empty for all */
    public static String measure(String measure, Map<String, String> filters) {
        return with("/measures/" + encoded(measure), filters);
    }

    /** Of a published figure's page. */
    public static String figure(String baseline) {
        return "/baselines/" + encoded(baseline);
    }

    /** Of a monitor's page. */
    public static String monitor(String monitor) {
        return "/monitors/" + encoded(monitor);
    }

    /** An address with parameters. @param path encoded already */
    public static String with(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
