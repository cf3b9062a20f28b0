package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.report.SessionField.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a session, new or as it was filled in.
 *
 * @param parts of the session
 * @param events each with its fields
 * @param refused why it was not reported, null where it was not sent
 * @param elsewhere what is wrong with what the form does not ask for
 */
public record ReportForm(
        List<Part> parts, List<Part> events, @Nullable String refused, List<String> elsewhere) {

    /** The time zone of times without an offset. */
    static final String ZONE = "zone";

    /** How many events the form asks for. */
    static final String EVENTS = "events";

    /** Fields that stand together. */
    public record Part(String id, String name, List<FormField> fields) {

        public Part {
            fields = List.copyOf(fields);
        }
    }

    public ReportForm {
        parts = List.copyOf(parts);
        events = List.copyOf(events);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * The form for what was typed.
     *
     * @param typed by the fields' names
     * @param count of events that it asks for
     * @param violations by the fields' names; others are told above the form
     */
    static ReportForm of(Map<String, String> typed, int count, @Nullable String refused, List<Violation> violations) {
        Fill fill = new Fill(typed, violations);
        List<FormField> session = new ArrayList<>(fill.fields(Group.SESSION));
        session.add(new FormField(
                ZONE,
                "Time zone of these times",
                typed.getOrDefault(ZONE, ""),
                "as Australia/Sydney or +11:00",
                true,
                FormField.Shape.LINE,
                List.of(),
                fill.violation(ZONE)));
        List<Part> parts = List.of(
                new Part("session", "Session", session),
                new Part("treatment", "Treatment", fill.fields(Group.TREATMENT)),
                new Part("patient-part", "Patient and setting", fill.fields(Group.PATIENT)));
        List<Part> events = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Part("event-" + number, "Event " + number, fill.event(number)))
                .toList();
        List<String> known = Stream.concat(parts.stream(), events.stream())
                .flatMap(part -> part.fields().stream())
                .map(FormField::name)
                .toList();
        return new ReportForm(
                parts,
                events,
                refused,
                violations.stream()
                        .filter(violation -> !known.contains(violation.field()))
                        .map(violation -> violation.field() + ": " + violation.message())
                        .toList());
    }

    /** How many events it asks for. */
    public int count() {
        return events.size();
    }

    /** Fields in which something is wrong, for a list above the form. */
    public List<FormField> wrong() {
        return Stream.concat(parts.stream(), events.stream())
                .flatMap(part -> part.fields().stream())
                .filter(field -> field.violation() != null)
                .toList();
    }

    private record Fill(Map<String, String> typed, List<Violation> violations) {

        List<FormField> fields(Group group) {
            return SessionFields.OF_SESSION.stream()
                    .filter(field -> field.group() == group)
                    .map(field -> field(field, field.name()))
                    .toList();
        }

        List<FormField> event(int number) {
            return SessionFields.OF_EVENT.stream()
                    .map(field -> field(field, SessionFields.ofEvent(number, field)))
                    .toList();
        }

        private FormField field(SessionField field, String name) {
            return FormField.of(field, name, typed.getOrDefault(name, ""), violation(name));
        }

        @Nullable
        String violation(String name) {
            List<String> messages = violations.stream()
                    .filter(violation -> violation.field().equals(name))
                    .map(Violation::message)
                    .toList();
            return messages.isEmpty() ? null : String.join("; ", messages);
        }
    }
}
