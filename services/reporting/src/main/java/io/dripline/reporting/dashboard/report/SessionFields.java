package io.dripline.reporting.dashboard.report;

import io.dripline.contracts.session.ActionTaken;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Causality;
import io.dripline.contracts.session.Condition;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Premedication;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Setting;
import io.dripline.contracts.session.Severity;
import io.dripline.reporting.dashboard.report.SessionField.Group;
import io.dripline.reporting.dashboard.report.SessionField.Kind;
import java.util.Arrays;
import java.util.List;

/** Every field of a report, as intake's description has them; a test holds the two together. */
final class SessionFields {

    /** The most events that one session may have. */
    static final int MOST_EVENTS = 200;

    private static final String A_TIME = "as 2026-11-22 09:00, or with its offset as 2026-11-22T09:00:00+11:00";
    private static final boolean REQUIRED = true;
    private static final boolean OPTIONAL = false;

    /** Those of the session, in the order in which they are asked. */
    static final List<SessionField> OF_SESSION = List.of(
            typed(
                    Kind.TEXT,
                    Group.SESSION,
                    "reference",
                    "Reference",
                    "your own name for this session, another one for each",
                    REQUIRED),
            typed(
                    Kind.TEXT,
                    Group.SESSION,
                    "patient",
                    "Patient's code",
                    "the code of your clinic, never a name",
                    REQUIRED),
            typed(Kind.TIME, Group.SESSION, "startedAt", "Started", A_TIME, REQUIRED),
            typed(Kind.TIME, Group.SESSION, "endedAt", "Ended", A_TIME, OPTIONAL),
            chosen(Kind.CHOICE, Group.SESSION, "route", "Route", Route.values(), REQUIRED),
            chosen(
                    Kind.CHOICE,
                    Group.SESSION,
                    "ascertainment",
                    "Events were asked for by",
                    Ascertainment.values(),
                    REQUIRED),
            chosen(
                    Kind.CHOICE,
                    Group.SESSION,
                    "previouslyTreated",
                    "Treated with ketamine before",
                    PreviouslyTreated.values(),
                    OPTIONAL),
            chosen(Kind.CHOICE, Group.TREATMENT, "formulation", "Formulation", Formulation.values(), OPTIONAL),
            chosen(Kind.CHOICE, Group.TREATMENT, "indication", "Indication", Indication.values(), OPTIONAL),
            typed(Kind.NUMBER, Group.TREATMENT, "plannedSessions", "Planned sessions", "1 to 60", OPTIONAL),
            typed(
                    Kind.NUMBER,
                    Group.TREATMENT,
                    "plannedDose.bolusMgPerKg",
                    "Planned bolus, mg/kg",
                    "a number such as 0.2",
                    OPTIONAL),
            typed(
                    Kind.NUMBER,
                    Group.TREATMENT,
                    "plannedDose.mgPerKgPerHour",
                    "Planned rate, mg/kg/h",
                    "intravenous and subcutaneous sessions",
                    OPTIONAL),
            typed(
                    Kind.NUMBER,
                    Group.TREATMENT,
                    "plannedDose.mgPerKg",
                    "Planned dose, mg/kg",
                    "sessions by other routes",
                    OPTIONAL),
            typed(
                    Kind.NUMBER,
                    Group.TREATMENT,
                    "givenDose.totalMg",
                    "Given in all, mg",
                    "a number such as 35",
                    OPTIONAL),
            chosen(Kind.CHOICES, Group.TREATMENT, "premedication", "Premedication", Premedication.values(), OPTIONAL),
            typed(Kind.NUMBER, Group.PATIENT, "weightKg", "Weight, kg", "20 to 400", OPTIONAL),
            chosen(Kind.CHOICE, Group.PATIENT, "setting", "Setting", Setting.values(), OPTIONAL),
            new SessionField(
                    "monitored",
                    "monitored",
                    Kind.YES_NO,
                    Group.PATIENT,
                    "Monitored",
                    "true or false",
                    OPTIONAL,
                    List.of("true", "false")),
            typed(
                    Kind.NUMBER,
                    Group.PATIENT,
                    "opioidMgMorphineEquivalentPerDay",
                    "Opioids, mg morphine equivalent a day",
                    "0 to 5000",
                    OPTIONAL),
            chosen(Kind.CHOICES, Group.PATIENT, "conditions", "Conditions", Condition.values(), OPTIONAL));

    /** Those of each event. */
    static final List<SessionField> OF_EVENT = List.of(
            typed(Kind.WORDS, Group.EVENT, "verbatim", "What happened, in the reporter's words", "no names", REQUIRED),
            typed(Kind.TIME, Group.EVENT, "onsetAt", "Began", A_TIME, OPTIONAL),
            typed(Kind.TIME, Group.EVENT, "resolvedAt", "Was over", A_TIME, OPTIONAL),
            chosen(Kind.CHOICE, Group.EVENT, "severity", "Severity", Severity.values(), OPTIONAL),
            chosen(Kind.CHOICES, Group.EVENT, "seriousness", "Serious, because of", Seriousness.values(), OPTIONAL),
            chosen(Kind.CHOICE, Group.EVENT, "outcome", "Outcome", Outcome.values(), OPTIONAL),
            chosen(Kind.CHOICE, Group.EVENT, "actionTaken", "Action taken", ActionTaken.values(), OPTIONAL),
            chosen(Kind.CHOICE, Group.EVENT, "causality", "Caused by the infusion", Causality.values(), OPTIONAL));

    private SessionFields() {}

    /** The name of an event's field. @param number of the event, from 1 */
    static String ofEvent(int number, SessionField field) {
        return "event%d_%s".formatted(number, field.name());
    }

    private static SessionField typed(
            Kind kind, Group group, String path, String label, String expected, boolean required) {
        return new SessionField(path.replace('.', '_'), path, kind, group, label, expected, required, List.of());
    }

    private static SessionField chosen(
            Kind kind, Group group, String path, String label, Enum<?>[] options, boolean required) {
        List<String> names = Arrays.stream(options).map(Enum::name).toList();
        String expected = (kind == Kind.CHOICES ? "any of, with semicolons between them: " : "one of ")
                + String.join(", ", names);
        return new SessionField(path, path, kind, group, label, expected, required, names);
    }
}
