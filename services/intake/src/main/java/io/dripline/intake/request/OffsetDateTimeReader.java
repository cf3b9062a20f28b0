package io.dripline.intake.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A time as text with its own offset, which is kept: it fixes the clinic's local date. */
final class OffsetDateTimeReader extends StdDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    OffsetDateTimeReader() {
        super(OffsetDateTime.class);
    }

    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
        }
        try {
            return OffsetDateTime.parse(parser.getText());
        } catch (DateTimeException e) {
            return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, "", "not a time");
        }
    }
}
