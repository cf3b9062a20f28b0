package io.dripline.local.faults;

import java.util.List;

/**
 * What one cycle came to; a line of the file that runs add up in.
 *
 * @param number from 1, over all runs on the same data
 * @param countsAfterMillis from the moment of recovery's beginning until a report that was posted afterwards was counted
 * @param agreesAfterMillis from there until the streamed counts equal the recount, which begins when clients have stopped
 * @param acknowledged reports that got a 2xx
 * @param heardAtOnce of these at the first attempt
 * @param cuts connections that were cut
 * @param lost acknowledged and not there
 * @param twice there twice
 * @param differing figures of cells
 * @param compared cells
 * @param alerts alerts that were not as they must be
 */
public record Cycle(
        int number,
        long seed,
        Fault fault,
        long countsAfterMillis,
        long agreesAfterMillis,
        int acknowledged,
        long heardAtOnce,
        long cuts,
        int lost,
        int twice,
        int differing,
        int compared,
        int alerts) {

    static final String HEADER =
            "cycle,seed,fault,counts_after_ms,agrees_after_ms,acknowledged,heard_at_once,cuts,lost,"
                    + "twice,differing,compared,alerts_wrong";

    private static final int FIELDS = 13;

    boolean isWell() {
        return lost + twice + differing + alerts == 0;
    }

    String csv() {
        return String.join(
                ",",
                List.of(
                        Integer.toString(number),
                        Long.toString(seed),
                        fault.id(),
                        Long.toString(countsAfterMillis),
                        Long.toString(agreesAfterMillis),
                        Integer.toString(acknowledged),
                        Long.toString(heardAtOnce),
                        Long.toString(cuts),
                        Integer.toString(lost),
                        Integer.toString(twice),
                        Integer.toString(differing),
                        Integer.toString(compared),
                        Integer.toString(alerts)));
    }

    /** @throws IllegalArgumentException if it is no line of the file */
    static Cycle parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "expected %d fields as in %s, found: %s".formatted(FIELDS, HEADER, line));
        }
        return new Cycle(
                Integer.parseInt(fields[0]),
                Long.parseLong(fields[1]),
                Fault.named(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                Integer.parseInt(fields[5]),
                Long.parseLong(fields[6]),
                Long.parseLong(fields[7]),
                Integer.parseInt(fields[8]),
                Integer.parseInt(fields[9]),
                Integer.parseInt(fields[10]),
                Integer.parseInt(fields[11]),
                Integer.parseInt(fields[12]));
    }
}
