package io.dripline.reporting.dashboard.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a file, as its first line names them.
 *
 * @param names in their order; empty for columns without a name, which hold nothing
 * @param mostEvents the highest number of an event
 */
record SheetColumns(List<String> names, int mostEvents) {

    /** Events in the template; a file may have columns for more. */
    private static final int EVENTS_OF_THE_TEMPLATE = 3;

    private static final Pattern OF_EVENT = Pattern.compile("event([1-9]\\d{0,2})_(\\w+)");

    SheetColumns {
        names = List.copyOf(names);
    }

    /** @throws FileRefusedException naming every column that is unknown, there twice or missing */
    static SheetColumns of(List<String> header) throws FileRefusedException {
        List<String> names = header.stream().map(String::strip).toList();
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int mostEvents = 0;
        for (String name : names) {
            int event = eventOf(name);
            if (!name.isEmpty() && event < 0) {
                wrong.add("unknown column: " + name);
            } else if (!name.isEmpty() && !seen.add(name)) {
                wrong.add("there twice: " + name);
            }
            mostEvents = Math.max(mostEvents, event);
        }
        SessionFields.OF_SESSION.stream()
                .filter(field -> field.required() && !seen.contains(field.name()))
                .map(field -> "missing column: " + field.name())
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new FileRefusedException(
                    "The first line does not name the columns of the template, so nothing was reported.", wrong);
        }
        return new SheetColumns(names, mostEvents);
    }

    /** Those that a file begins with. */
    static Stream<String> ofTheTemplate() {
        return Stream.concat(
                SessionFields.OF_SESSION.stream().map(SessionField::name),
                IntStream.rangeClosed(1, EVENTS_OF_THE_TEMPLATE)
                        .boxed()
                        .flatMap(number ->
                                SessionFields.OF_EVENT.stream().map(field -> SessionFields.ofEvent(number, field))));
    }

    /** The number of the event that a column is of, 0 for one of the session, -1 for none. */
    private static int eventOf(String name) {
        Matcher ofEvent = OF_EVENT.matcher(name);
        if (ofEvent.matches()) {
            int number = Integer.parseInt(ofEvent.group(1));
            boolean isKnown = number <= SessionFields.MOST_EVENTS
                    && SessionFields.OF_EVENT.stream()
                            .anyMatch(field -> field.name().equals(ofEvent.group(2)));
            return isKnown ? number : -1;
        }
        return SessionFields.OF_SESSION.stream().anyMatch(field -> field.name().equals(name)) ? 0 : -1;
    }
}
