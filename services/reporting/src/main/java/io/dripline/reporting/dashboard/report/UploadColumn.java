package io.dripline.reporting.dashboard.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column of the template.
 *
 * @param label what it holds
 * @param expected what may stand in it
 * @param required whether every row needs it; of an event's column, every row with that event
 */
public record UploadColumn(String name, String label, String expected, boolean required) {

    static List<UploadColumn> ofTheTemplate() {
        return SheetColumns.ofTheTemplate().map(UploadColumn::of).toList();
    }

    /** All of it in a cell. */
    String explained() {
        return "%s: %s%s".formatted(label, expected, required ? " (needed)" : "");
    }

    private static UploadColumn of(String name) {
        String plain = name.replaceFirst("^event\\d+_", "");
        Optional<SessionField> field = Stream.concat(SessionFields.OF_SESSION.stream(), SessionFields.OF_EVENT.stream())
                .filter(one -> one.name().equals(plain))
                .findFirst();
        return field.map(one -> new UploadColumn(name, one.label(), one.expected(), one.required()))
                .orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }
}
