package io.dripline.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a process has used of processors, in the clock's ticks, as {@code /proc/PID/stat} tells it (proc_pid_stat(5)).
 *
 * @param own of itself, in user and kernel mode
 * @param ofEnded of those of its children that have ended
 */
record ProcStat(long own, long ofEnded) {

    // Fields are counted from the third on: the second, the command, may hold blanks and brackets.
    private static final int STATE = 3;
    private static final int UTIME = 14 - STATE;
    private static final int STIME = 15 - STATE;
    private static final int CUTIME = 16 - STATE;
    private static final int CSTIME = 17 - STATE;

    /** @throws IllegalArgumentException if the line is not of that form */
    static ProcStat parse(String line) {
        int end = line.lastIndexOf(')');
        String[] fields = line.substring(end + 1).strip().split(" ", -1);
        if (end < 0 || fields.length <= CSTIME) {
            throw new IllegalArgumentException("expected a line as of /proc/PID/stat, found: " + line);
        }
        return new ProcStat(
                Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]),
                Long.parseLong(fields[CUTIME]) + Long.parseLong(fields[CSTIME]));
    }

    /** Empty if the process has ended. */
    static Optional<ProcStat> of(long pid) {
        try {
            return Optional.of(parse(Files.readString(Path.of("/proc/" + pid + "/stat"))));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** How long a tick is. */
    static Duration tick() throws IOException {
        Process getconf = new ProcessBuilder("getconf", "CLK_TCK").start();
        String answer = new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return Duration.ofSeconds(1).dividedBy(Long.parseLong(answer));
    }
}
