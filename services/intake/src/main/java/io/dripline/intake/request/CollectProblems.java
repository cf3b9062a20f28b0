package io.dripline.intake.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what cannot be read and reads on, so that one answer names every such field. */
final class CollectProblems extends DeserializationProblemHandler {

    /** The reader's attribute that holds the {@code List<Violation>} to add to. */
    static final Object VIOLATIONS = new Object();

    private static final int MOST = 100;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        boolean buffered = parser != context.getParser();
        JsonStreamContext where = context.getParser().getParsingContext();
        // What stands before an object is complete is kept until its end, when the parser has left the object.
        String field = buffered ? FieldPath.of(where, propertyName) : FieldPath.of(where);
        add(context, new Violation(field, "unknown field"));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String failure) {
        note(context, "expected " + Expectation.of(target));
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        JsonStreamContext inside = parser.getParsingContext();
        note(
                context,
                token.isStructStart() ? inside.getParent() : inside,
                "expected " + Expectation.of(target.getRawClass()));
        parser.skipChildren();
        return null;
    }

    private static void note(DeserializationContext context, String message) {
        note(context, context.getParser().getParsingContext(), message);
    }

    private static void note(DeserializationContext context, JsonStreamContext where, String message) {
        add(context, new Violation(FieldPath.of(where), message));
    }

    /** A body of nothing else would be answered at great length. */
    private static void add(DeserializationContext context, Violation violation) {
        List<Violation> violations = violations(context);
        if (violations.size() < MOST) {
            violations.add(violation);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Violation> violations(DeserializationContext context) {
        return (List<Violation>) context.getAttribute(VIOLATIONS);
    }
}
