package io.dripline.reporting.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.report.WriteSession.Written;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts become a report, and what intake names in it becomes fields again. */
class WriteSessionTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @Test
    void everythingFilledInIsEverythingReported() throws JsonProcessingException {
        Map<String, String> typed = new HashMap<>(Map.of(
                "reference", " 2026-11-22/1 ",
                "patient", "P-0042",
                "startedAt", "2026-11-22 09:00",
                "route", "INTRAVENOUS",
                "ascertainment", "CHECKLIST",
                "plannedSessions", "1",
                "plannedDose_bolusMgPerKg", "0.2",
                "plannedDose_mgPerKgPerHour", "0.5",
                "monitored", "YES",
                "premedication", "MIDAZOLAM; ANTIEMETIC"));
        typed.put("givenDose_totalMg", "35");
        typed.put("event1_verbatim", "felt floaty,\nout of my body");
        typed.put("event1_onsetAt", "2026-11-22T09:20:00+11:00");
        typed.put("event1_seriousness", "HOSPITALISATION");

        Written written = WriteSession.of(typed, 1, SYDNEY);

        assertThat(written.violations()).isEmpty();
        assertThat(json(written.json().toString())).isEqualTo(json("""
                {"reference": "2026-11-22/1", "patient": "P-0042", "startedAt": "2026-11-22T09:00+11:00",
                 "route": "INTRAVENOUS", "ascertainment": "CHECKLIST", "plannedSessions": 1,
                 "plannedDose": {"bolusMgPerKg": 0.2, "mgPerKgPerHour": 0.5}, "givenDose": {"totalMg": 35},
                 "premedication": ["MIDAZOLAM", "ANTIEMETIC"], "monitored": true,
                 "adverseEvents": [{"verbatim": "felt floaty,\\nout of my body", "onsetAt": "2026-11-22T09:20+11:00",
                                    "seriousness": ["HOSPITALISATION"]}]}
                """));
    }

    @Test
    void whatIsEmptyIsNotStated() throws JsonProcessingException {
        Written written = WriteSession.of(Map.of("reference", "1", "weightKg", " ", "event1_severity", ""), 3, SYDNEY);

        assertThat(written.json()).isEqualTo(json("{\"reference\": \"1\", \"adverseEvents\": []}"));
    }

    /** Intake refuses it with everything else that is wrong. */
    @Test
    void whatIsNoNumberIsLeftAsItIs() throws JsonProcessingException {
        Written written = WriteSession.of(Map.of("weightKg", "70,5", "monitored", "maybe"), 0, SYDNEY);

        assertThat(written.json())
                .isEqualTo(json("{\"weightKg\": \"70,5\", \"monitored\": \"maybe\", \"adverseEvents\": []}"));
    }

    @Test
    void aTimeThatCannotBeCompletedIsNamedByItsField() {
        Written written = WriteSession.of(Map.of("event2_onsetAt", "soon", "event2_verbatim", "dizzy"), 2, SYDNEY);

        assertThat(written.violations()).extracting(Violation::field).containsExactly("event2_onsetAt");
    }

    /** The first event was left empty, so that intake's first is the form's second. */
    @ParameterizedTest
    @CsvSource({
        "startedAt, startedAt",
        "plannedDose.mgPerKg, plannedDose_mgPerKg",
        "premedication[0], premedication",
        "adverseEvents[0].verbatim, event2_verbatim",
        "adverseEvents[0].seriousness[1], event2_seriousness",
        "adverseEvents[1].onsetAt, event4_onsetAt",
        "adverseEvents[2].onsetAt, ",
        "adverseEvents, ",
        "whatever, "
    })
    void intakesPathsAreFieldsAgain(String path, String field) {
        Written written = WriteSession.of(Map.of("event2_verbatim", "dizzy", "event4_verbatim", "sick"), 4, SYDNEY);

        assertThat(written.nameOf(path).orElse(null)).isEqualTo(field);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
