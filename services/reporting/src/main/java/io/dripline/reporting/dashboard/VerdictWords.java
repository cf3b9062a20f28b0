package io.dripline.reporting.dashboard;

import io.dripline.contracts.alert.Promise;
import io.dripline.statistics.Verdict;

/** Verdict and promise in words; the shape before a verdict tells it apart without colour. */
final class VerdictWords {

    private VerdictWords() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case EXCEEDS -> "▲ Exceeds the literature";
            case WITHIN_RANGE -> "● Within the published range";
            case BELOW_RANGE -> "▼ Below the published range";
            case TOO_FEW -> "○ Too few to tell";
            case CANNOT_ASSESS -> "◇ Cannot be assessed";
        };
    }

    static String of(Promise promise) {
        return switch (promise) {
            case HOLDS -> "promise: holds";
            case PROVISIONAL -> "promise: provisional";
            case NONE -> "promise: none";
        };
    }
}
