package io.dripline.reporting.dashboard.layout;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Standing;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.statistics.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is a name to the machine, in words for a reader. */
public final class Words {

    private Words() {}

    /** A measure: the five systems by their names, terms and unions by theirs. */
    public static String measure(String id) {
        return switch (id) {
            case Measures.ANY -> "Any adverse event";
            case Measures.SERIOUS -> "Serious events";
            case "CNS" -> "Central nervous system";
            case "GI" -> "Gastrointestinal";
            case "CARDIOVASCULAR" -> "Cardiovascular";
            case "HEPATIC" -> "Hepatic";
            case "UROGENITAL" -> "Urogenital";
            case "OTHER" -> "Other events";
            default ->
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
        };
    }

    /** What exposures are, several of them. */
    public static String units(Unit unit) {
        return switch (unit) {
            case SESSION -> "sessions";
            case COURSE -> "courses";
            case FIRST_COURSE -> "first courses";
        };
    }

    /** A value of a dimension; names of clinics stay as they are. */
    public static String value(String dimension, String value) {
        if (dimension.equals("clinic")) {
            return value;
        }
        return switch (value) {
            case "BELOW_0_5" -> "below 0.5";
            case "FROM_0_5_TO_1" -> "0.5 to 1";
            case "ABOVE_1_TO_2" -> "above 1 to 2";
            case "ABOVE_2" -> "above 2";
            default -> plain(value);
        };
    }

    /** One of a set of names in capitals: {@code NOT_RECOVERED} becomes "not recovered". */
    public static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A dimension. */
    public static String dimension(String field) {
        return switch (field) {
            case "doseBand" -> "planned dose, mg/kg/h";
            case "regimen" -> "planned sessions";
            case "ascertainment" -> "asked for by";
            default -> field;
        };
    }

    /** Whom a cohort holds: all clinics, or what it is filtered by. */
    public static String cohort(Map<String, String> cohort) {
        return cohort.isEmpty()
                ? "all clinics"
                : new TreeMap<>(cohort)
                        .entrySet().stream()
                                .map(entry -> value(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining(", "));
    }

    /** A verdict; the shape before it tells it apart without colour. */
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case EXCEEDS -> "▲ Exceeds the literature";
            case WITHIN_RANGE -> "● Within the published range";
            case BELOW_RANGE -> "▼ Below the published range";
            case TOO_FEW -> "○ Too few to tell";
            case CANNOT_ASSESS -> "◇ Cannot be assessed";
        };
    }

    /** How far a published figure can be used; the shape before it tells it apart without colour. */
    public static String standing(Standing standing) {
        return switch (standing) {
            case USABLE -> "● Usable";
            case DISCORDANT -> "◆ Discordant";
            case IMPOSSIBLE -> "▲ Impossible";
            case NO_NUMBER -> "○ No number";
        };
    }

    /** Whether a monitor judges; the shape before it tells it apart without colour. */
    public static String status(MonitorStatus status) {
        return switch (status) {
            case ACTIVE -> "● Active";
            case WAITING_FOR_NULL -> "◇ Waits for a null";
            case RETIRED -> "○ Retired";
        };
    }

    /** What an alert promises. */
    public static String promise(Promise promise) {
        return switch (promise) {
            case HOLDS -> "promise: holds";
            case PROVISIONAL -> "promise: provisional";
            case NONE -> "promise: none";
        };
    }
}
