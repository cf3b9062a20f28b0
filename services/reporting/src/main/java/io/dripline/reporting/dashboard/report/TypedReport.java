package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.report.SessionField.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a form holds, by the fields' names.
 *
 * @param texts as they were typed
 * @param count of events that it asks for, 1 to {@value SessionFields#MOST_EVENTS}
 */
record TypedReport(Map<String, String> texts, int count) {

    /** What the button says that was pressed. */
    static final String WHAT_TO_DO = "do";

    /** Every name that a form can have. */
    static final Set<String> NAMES = names();

    TypedReport {
        texts = Map.copyOf(texts);
    }

    /** What a form says: boxes that were ticked become one text, as in a file. */
    static TypedReport of(Form form) {
        int count = count(form.text(ReportForm.EVENTS));
        Map<String, String> texts = new HashMap<>();
        texts.put(ReportForm.ZONE, form.text(ReportForm.ZONE));
        SessionFields.OF_SESSION.forEach(field -> texts.put(field.name(), text(form, field, field.name())));
        IntStream.rangeClosed(1, count)
                .forEach(number -> SessionFields.OF_EVENT.forEach(field -> {
                    String name = SessionFields.ofEvent(number, field);
                    texts.put(name, text(form, field, name));
                }));
        return new TypedReport(texts, count);
    }

    private static String text(Form form, SessionField field, String name) {
        return switch (field.kind()) {
            case CHOICES ->
                field.options().stream()
                        .filter(option -> !form.text(box(name, option)).isEmpty())
                        .collect(Collectors.joining(";"));
            case WORDS ->
                String.join("\n", form.fields().getOrDefault(name, List.of())).replace("\r\n", "\n");
            default -> form.text(name);
        };
    }

    private static int count(String stated) {
        return stated.matches("[1-9]\\d{0,2}") ? Math.min(Integer.parseInt(stated), SessionFields.MOST_EVENTS) : 1;
    }

    private static String box(String name, String option) {
        return name + "." + option;
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(List.of(WHAT_TO_DO, ReportForm.EVENTS, ReportForm.ZONE));
        SessionFields.OF_SESSION.forEach(field -> names(field, field.name()).forEach(names::add));
        IntStream.rangeClosed(1, SessionFields.MOST_EVENTS)
                .forEach(number -> SessionFields.OF_EVENT.forEach(field ->
                        names(field, SessionFields.ofEvent(number, field)).forEach(names::add)));
        return Set.copyOf(names);
    }

    private static Stream<String> names(SessionField field, String name) {
        return field.kind() == Kind.CHOICES
                ? field.options().stream().map(option -> box(name, option))
                : Stream.of(name);
    }
}
