package io.dripline.intake.request;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;

/** Where in a body something stands, written as {@code adverseEvents[0].verbatim}; the body itself is {@code body}. */
final class FieldPath {

    private static final int LONGEST_NAME = 100;

    private FieldPath() {}

    /** A name that a sender chose, as it may be shown. */
    static String of(String name) {
        StringBuilder path = new StringBuilder();
        append(path, name);
        return path.toString();
    }

    static String of(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                append(path, reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    static String of(JsonStreamContext context) {
        StringBuilder path = new StringBuilder();
        append(path, context);
        return path.isEmpty() ? "body" : path.toString();
    }

    /** The field {@code name} of the object at {@code parent}. */
    static String of(JsonStreamContext parent, String name) {
        StringBuilder path = new StringBuilder();
        append(path, parent);
        append(path, name);
        return path.toString();
    }

    private static void append(StringBuilder path, JsonStreamContext context) {
        if (context.getParent() != null) {
            append(path, context.getParent());
        }
        if (context.inArray()) {
            path.append('[').append(Math.max(0, context.getCurrentIndex())).append(']');
        } else if (context.inObject() && context.getCurrentName() != null) {
            append(path, context.getCurrentName());
        }
    }

    private static void append(StringBuilder path, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        path.append(path.isEmpty() ? "" : ".").append(shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?"));
    }
}
