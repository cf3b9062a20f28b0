package io.dripline.intake.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A JSON number; Jackson's own reader also takes the texts "NaN" and "Infinity". */
final class NumberReader extends StdDeserializer<Double> {

    private static final long serialVersionUID = 1L;

    NumberReader() {
        super(Double.class);
    }

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT
                ? Double.valueOf(parser.getDoubleValue())
                : (Double) context.handleUnexpectedToken(Double.class, parser);
    }
}
