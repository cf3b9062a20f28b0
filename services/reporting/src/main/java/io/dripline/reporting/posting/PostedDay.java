package io.dripline.reporting.posting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's day: what it says it did beside what it reported.
 *
 * @param date local to the clinic
 * @param sessionsPerformed as the clinic last stated, null where it stated nothing
 * @param sessionsPosted active sessions that started on this date
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PostedDay(LocalDate date, @Nullable Integer sessionsPerformed, int sessionsPosted) {}
