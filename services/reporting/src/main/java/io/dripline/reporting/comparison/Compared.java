package io.dripline.reporting.comparison;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.monitor.Monitor;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every comparison as of one moment, with what each was computed from, by which it is told whether it still holds.
 *
 * @param fingerprint of all that comparisons depend on, as the database held it
 * @param at when they were computed
 * @param generation that was shown
 * @param marks of clinics, which tell whether their open weeks may be other ones
 * @param kept by monitor, in the order in which monitors were made; without those that are retired
 */
record Compared(
        String fingerprint,
        Instant at,
        int generation,
        Map<String, String> marks,
        OpenWeeks open,
        Map<String, Kept> kept) {

    /**
     * One comparison.
     *
     * @param state of the monitor, as {@link Monitor} is read from it
     * @param mark of the judgement, null where there is none
     * @param version of the alert, null where none stands
     * @param json the comparison as it is answered
     */
    record Kept(
            Monitor monitor,
            String state,
            Judgement judgement,
            @Nullable String mark,
            @Nullable Alert latched,
            @Nullable String version,
            Comparison comparison,
            byte[] json) {

        /** Whether nothing of it is still being computed. */
        boolean isComplete() {
            return comparison.secondOpinions().computed();
        }
    }

    boolean isComplete() {
        return kept.values().stream().allMatch(Kept::isComplete);
    }

    /** A list as it is answered, of comparisons as they are. */
    static byte[] list(List<byte[]> parts) {
        ByteArrayOutputStream list = new ByteArrayOutputStream(
                2 + parts.stream().mapToInt(part -> part.length + 1).sum());
        list.write('[');
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                list.write(',');
            }
            list.writeBytes(parts.get(i));
        }
        list.write(']');
        return list.toByteArray();
    }
}
