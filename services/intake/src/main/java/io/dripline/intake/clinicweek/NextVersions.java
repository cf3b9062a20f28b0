package io.dripline.intake.clinicweek;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.tally.ClinicDay;
import io.dripline.contracts.tally.ClinicWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the newest version of each week and what changed to the next version. */
final class NextVersions {

    private static final int DAYS = 7;

    private NextVersions() {}

    /**
     * The next version of each week that the changes make another one.
     *
     * @param weeks every week that may have changed
     * @param latest their newest versions; one that has none is left out
     * @param posted what is added to the number of active sessions of a day
     * @param performed how many sessions were performed on a day, as last stated
     */
    static List<ClinicWeek> of(
            Set<ClinicDate.Week> weeks,
            Map<ClinicDate.Week, ClinicWeek> latest,
            Map<ClinicDate, Integer> posted,
            Map<ClinicDate, Integer> performed) {
        List<ClinicWeek> next = new ArrayList<>();
        for (ClinicDate.Week week : weeks) {
            @Nullable ClinicWeek before = latest.get(week);
            List<ClinicDay> days = before == null ? Collections.nCopies(DAYS, ClinicDay.UNKNOWN) : before.days();
            List<ClinicDay> now = new ArrayList<>();
            for (int i = 0; i < DAYS; i++) {
                ClinicDate date =
                        new ClinicDate(week.clinic(), week.week().monday().plusDays(i));
                ClinicDay day = days.get(i);
                @Nullable Integer stated = performed.get(date);
                now.add(new ClinicDay(
                        stated == null ? day.performed() : stated, day.posted() + posted.getOrDefault(date, 0)));
            }
            if (!now.equals(days)) {
                long version = before == null ? 1 : before.version() + 1;
                next.add(new ClinicWeek(ContractJson.SCHEMA, week.clinic(), week.week(), version, now));
            }
        }
        return next;
    }
}
