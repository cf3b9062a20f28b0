package io.dripline.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"deep", "long", "name", "number"})
    void endBeyondALimit(String kind) {
        String json = switch (kind) {
            case "deep" -> "[".repeat(JsonLimits.DEEPEST + 1) + "]".repeat(JsonLimits.DEEPEST + 1);
            case "long" -> "[" + "1,".repeat(JsonLimits.MOST_TOKENS) + "1]";
            case "name" -> "{\"" + "n".repeat(100_000) + "\":1}";
            default -> "1".repeat(101);
        };

        assertThatThrownBy(() -> read(json)).isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void takeWhatIsWithinThem() throws IOException {
        assertThat(read("[".repeat(JsonLimits.DEEPEST) + "]".repeat(JsonLimits.DEEPEST)))
                .isEqualTo(2 * JsonLimits.DEEPEST);
    }

    private static int read(String json) throws IOException {
        int tokens = 0;
        try (JsonParser parser = JsonLimits.factory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isNumeric()) {
                    parser.getNumberValue();
                }
                tokens++;
            }
        }
        return tokens;
    }
}
