package io.dripline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import io.dripline.contracts.alert.ComparedFigure;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.coding.MeddraTerm;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.contracts.tally.ClinicDay;
import io.dripline.contracts.tally.ClinicWeek;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads that were once written must be read by every later build; these files are never edited. */
class FrozenPayloadsTest {

    @Test
    void readsAReportedSession() {
        ReportedSession session = read("session-reported", ReportedSession.class);

        assertThat(session.version()).isEqualTo(2);
        assertThat(session.attributes().startedAt()).hasToString("2026-11-22T09:00+11:00");
        assertThat(session.adverseEvents()).singleElement().satisfies(event -> {
            assertThat(event.verbatim()).isEqualTo("felt floaty, out of my body");
            assertThat(event.onsetAt()).isEqualTo(OffsetDateTime.parse("2026-11-22T09:20:00+11:00"));
            assertThat(event.resolvedAt()).isNull();
        });
    }

    @Test
    void readsWhatWasNotStatedAsItsDefault() {
        ReportedSession session = read("session-reported-minimal", ReportedSession.class);

        assertThat(session.status()).isEqualTo(SessionStatus.WITHDRAWN);
        assertThat(session.attributes().previouslyTreated()).isEqualTo(PreviouslyTreated.UNKNOWN);
        assertThat(session.attributes().formulation()).isNull();
        assertThat(session.adverseEvents()).isEmpty();
    }

    @Test
    void readsAReportedSessionWhoseWordsAreSealedOrErased() {
        assertThat(read("session-reported-sealed", ReportedSession.class).words())
                .startsWith("AX3k");
        assertThat(read("session-reported-erased", ReportedSession.class).erasedAt())
                .isEqualTo("2026-11-22T03:00:00Z");
        assertThat(read("session-reported", ReportedSession.class).words()).isNull();
    }

    @Test
    void readsACodedSession() {
        CodedSession session = read("session-coded", CodedSession.class);

        assertThat(session.events()).singleElement().satisfies(event -> {
            assertThat(event.awaitingReview()).isTrue();
            assertThat(event.codings()).singleElement().satisfies(coding -> {
                assertThat(coding.category()).isEqualTo(Category.CNS);
                assertThat(coding.term()).isEqualTo("dissociation");
                assertThat(coding.meddra()).isNull();
            });
        });
    }

    @Test
    void readsASessionCodedWithMeddra() {
        CodedSession session = read("session-coded-meddra", CodedSession.class);

        assertThat(session.events().getFirst().codings()).singleElement().satisfies(coding -> {
            assertThat(coding.method()).isEqualTo(CodingMethod.MEDDRA);
            assertThat(coding.meddra())
                    .isEqualTo(new MeddraTerm(90000011, "Blorgitis", 90000001, "Invented disorders"));
        });
    }

    @Test
    void readsACellShare() {
        CellShare share = read("cell-share", CellShare.class);

        assertThat(share.cell().week()).isEqualTo(new IsoWeek(2026, 47));
        assertThat(share.cell().key())
                .isEqualTo("FIRST_COURSE|2026-W47|clinic-north|INTRAVENOUS|RACEMIC|SINGLE|UNSTATED"
                        + "|FROM_0_5_TO_1|CHECKLIST");
        assertThat(share.measures().get("ANY").possible()).isEqualTo(4);
    }

    @Test
    void readsAnAlert() {
        Alert alert = read("alert", Alert.class);

        assertThat(alert.state()).isEqualTo(AlertState.RAISED);
        assertThat(alert.assessment()).isNull();
        assertThat(alert.evidence().weeks()).hasSize(1);
        assertThat(alert.latched()).isTrue();
        assertThat(alert.history().getFirst().assessment()).isNull();
    }

    @Test
    void readsAnAlertThatWasSuperseded() {
        Alert alert = read("alert-superseded", Alert.class);

        assertThat(alert.lnE()).as("at the crossing").isEqualTo(6.5);
        assertThat(alert.superseded()).isEqualTo(new Superseded(40, 5, 0.25));
        assertThat(alert.latched()).isFalse();
        assertThat(alert.history())
                .extracting(AlertStep::assessment)
                .containsExactly(null, null, Assessment.DATA_ERROR, null);
    }

    /** Alerts from before the weights were stored rested on these. */
    @Test
    void readsAnAlertWithoutWeightsAsOneWithTheFormerOnes() {
        Alert alert = read("alert", Alert.class);

        assertThat(alert.evidence().startWeight()).isEqualTo(0.8);
        assertThat(alert.evidence().laterHalfWithin()).isEqualTo(1);
    }

    @Test
    void readsAnAlertWithItsWeights() {
        Alert alert = read("alert-weights", Alert.class);

        assertThat(alert.evidence().startWeight()).isEqualTo(0.7);
        assertThat(alert.evidence().laterHalfWithin()).isEqualTo(26);
    }

    @Test
    void readsAnAlertWithItsTrajectoryAndTheComparableFigures() {
        Alert alert = read("alert-trajectory", Alert.class);

        assertThat(alert.trajectory())
                .containsExactly(
                        new WeekEvidence(new IsoWeek(2026, 45), 2.5), new WeekEvidence(new IsoWeek(2026, 46), 8.25));
        assertThat(alert.figures()).hasSize(2).contains(new ComparedFigure("table9-cns", "CNS", 0.08, true));
    }

    /** Alerts from before both were stored. */
    @Test
    void readsAnAlertWithoutThemAsOneThatDoesNotSay() {
        Alert alert = read("alert-weights", Alert.class);

        assertThat(alert.trajectory()).isNull();
        assertThat(alert.figures()).isNull();
    }

    @Test
    void readsAnAlertWithWhatItsNullStates() {
        AlertEvidence evidence = read("alert-null-states", Alert.class).evidence();

        assertThat(evidence.nullAscertainment()).isEqualTo(Ascertainment.CHECKLIST);
        assertThat(evidence.nullWindow()).isEqualTo("course");
    }

    /** Alerts from before nulls could state it. */
    @Test
    void readsAnAlertWithoutThatAsOneWhoseNullStatesNothing() {
        AlertEvidence evidence = read("alert-trajectory", Alert.class).evidence();

        assertThat(evidence.nullAscertainment()).isNull();
        assertThat(evidence.nullWindow()).isNull();
    }

    @Test
    void aWindowThatNoNullCanStateIsRefused() {
        AlertEvidence kept = read("alert-null-states", Alert.class).evidence();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertEvidence(
                        kept.baseline(),
                        kept.p0(),
                        kept.nullAscertainment(),
                        "a day",
                        kept.alphaShare(),
                        kept.priorA(),
                        kept.priorB(),
                        kept.startWeight(),
                        kept.laterHalfWithin(),
                        kept.firstCountedWeek(),
                        kept.weeks()))
                .withMessage("nullWindow must be infusion, course or long term, found a day");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, startWeight", "1, 1, startWeight", "NaN, 1, startWeight", "0.8, 0, laterHalfWithin"})
    void weightsThatAreNoDistributionAreRefused(double start, int halfWithin, String culprit) {
        AlertEvidence kept = read("alert", Alert.class).evidence();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertEvidence(
                        kept.baseline(),
                        kept.p0(),
                        kept.nullAscertainment(),
                        kept.nullWindow(),
                        kept.alphaShare(),
                        kept.priorA(),
                        kept.priorB(),
                        start,
                        halfWithin,
                        kept.firstCountedWeek(),
                        kept.weeks()))
                .withMessageStartingWith(culprit);
    }

    @Test
    void readsAClinicWeek() {
        ClinicWeek week = read("clinic-week", ClinicWeek.class);

        assertThat(week.week()).isEqualTo(new IsoWeek(2026, 47));
        assertThat(week.days().get(3)).isEqualTo(new ClinicDay(2, 1));
        assertThat(week.days().get(4).performed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "session-reported, io.dripline.contracts.session.ReportedSession",
        "session-reported-sealed, io.dripline.contracts.session.ReportedSession",
        "session-reported-erased, io.dripline.contracts.session.ReportedSession",
        "session-coded, io.dripline.contracts.coding.CodedSession",
        "session-coded-meddra, io.dripline.contracts.coding.CodedSession",
        "cell-share, io.dripline.contracts.incidence.CellShare",
        "alert, io.dripline.contracts.alert.Alert",
        "alert-superseded, io.dripline.contracts.alert.Alert",
        "alert-weights, io.dripline.contracts.alert.Alert",
        "alert-trajectory, io.dripline.contracts.alert.Alert",
        "alert-null-states, io.dripline.contracts.alert.Alert",
        "clinic-week, io.dripline.contracts.tally.ClinicWeek"
    })
    void writesWhatItReads(String file, Class<?> type) {
        Object record = read(file, type);

        byte[] written = ContractJson.write(record);

        assertThat(ContractJson.read(written, type)).isEqualTo(record);
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("\"key\"");
    }

    private static <T> T read(String file, Class<T> type) {
        try (var in = FrozenPayloadsTest.class.getResourceAsStream("/frozen/v1/" + file + ".json")) {
            return ContractJson.read(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
