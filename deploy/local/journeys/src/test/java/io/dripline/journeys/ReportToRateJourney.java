package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.journeys.Clinic.Reported;
import io.dripline.journeys.Officer.Row;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each journey has a week of its own at clinic-south, so that its counts are its own. */
@ExtendWith(TheLine.Running.class)
class ReportToRateJourney {

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    ReportToRateJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
        this.officer = new Officer(line);
    }

    @Test
    void aReportBecomesARate() {
        clinic.reports("2025-03-03T09:00:00+11:00", "felt floaty, out of my body", "threw up");
        clinic.reports("2025-03-04T09:00:00+11:00");

        Row cns = eventually("CNS", "2025-W10", row -> row.exposed() == 2 && row.affected() == 1);
        Row gastrointestinal = rate("GI", "2025-W10");

        assertThat(cns).isEqualTo(new Row(2, 1, 1));
        assertThat(gastrointestinal).isEqualTo(new Row(2, 1, 1));
        assertThat(rate("HEPATIC", "2025-W10")).isEqualTo(new Row(2, 0, 0));
        line.assertEqualsRecount();
    }

    @Test
    void wordsThatNobodyKnowsCountAsPossible() {
        clinic.reports("2025-03-10T09:00:00+11:00", "flurbled in the quonk");

        Row row = eventually("CNS", "2025-W11", r -> r.exposed() == 1);

        assertThat(row).isEqualTo(new Row(1, 0, 1));
        line.assertEqualsRecount();
    }

    @Test
    void anAmendmentMovesTheCount() {
        NewSession session = NewSession.of(Clinic.newPatient(), "2025-03-17T09:00:00+11:00", List.of("dizzy"));
        Reported reported = clinic.posts(session);
        eventually("CNS", "2025-W12", r -> r.affected() == 1);

        clinic.amends(reported, session.with("nausea").startingAt("2025-03-25T09:00:00+11:00"));

        eventually("GI", "2025-W13", r -> r.affected() == 1);
        assertThat(rate("CNS", "2025-W12")).isEqualTo(new Row(0, 0, 0));
        assertThat(rate("CNS", "2025-W13")).isEqualTo(new Row(1, 0, 0));
        line.assertEqualsRecount();
    }

    @Test
    void aWithdrawalTakesTheSessionOut() {
        Reported reported = clinic.reports("2025-03-31T09:00:00+11:00", "dizzy");
        eventually("CNS", "2025-W14", r -> r.affected() == 1);

        clinic.withdraws(reported);

        eventually("CNS", "2025-W14", r -> r.exposed() == 0);
        line.assertEqualsRecount();
    }

    @Test
    void aDuplicateChangesNothing() {
        NewSession session = NewSession.of(Clinic.newPatient(), "2025-04-07T09:00:00+10:00", List.of("dizzy"));
        Reported first = clinic.posts(session);
        eventually("CNS", "2025-W15", r -> r.affected() == 1);

        Reported again = clinic.posts(session);
        clinic.reports("2025-04-08T09:00:00+10:00");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());
        eventually("CNS", "2025-W15", r -> r.exposed() == 2);
        assertThat(rate("CNS", "2025-W15")).isEqualTo(new Row(2, 1, 1));
        line.assertEqualsRecount();
    }

    @Test
    void aReportTwoYearsOldIsCountedInItsWeek() {
        clinic.reports("2024-11-18T09:00:00+11:00", "saw things that were not there");

        Row row = eventually("CNS", "2024-W47", r -> r.exposed() == 1);

        assertThat(row).isEqualTo(new Row(1, 1, 1));
        line.assertEqualsRecount();
    }

    @Test
    void sessionsOfOneCourseAreOneExposureOfIt() {
        String patient = Clinic.newPatient();
        clinic.posts(NewSession.of(patient, "2025-05-05T09:00:00+10:00", List.of()));
        clinic.posts(NewSession.of(patient, "2025-05-06T09:00:00+10:00", List.of("vivid dreams")));
        clinic.posts(NewSession.of(patient, "2025-05-16T09:00:00+10:00", List.of()));

        eventually("CNS", "2025-W19", r -> r.exposed() == 2 && r.affected() == 1);

        assertThat(officer.incidence("CNS", "COURSE", "clinic-south", "2025-W19", "2025-W20"))
                .isEqualTo(new Row(2, 1, 1));
        assertThat(officer.incidence("CNS", "FIRST_COURSE", "clinic-south", "2025-W19", "2025-W20"))
                .isEqualTo(new Row(1, 1, 1));
        line.assertEqualsRecount();
    }

    private Row eventually(String measure, String week, Predicate<Row> condition) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> rate(measure, week), condition);
    }

    private Row rate(String measure, String week) {
        return officer.incidence(measure, "SESSION", "clinic-south", week, week);
    }
}
