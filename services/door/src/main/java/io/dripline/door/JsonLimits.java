package io.dripline.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** How large the parts of a JSON body may be, whatever its length. */
public final class JsonLimits {

    /** Objects and arrays within one another. */
    public static final int DEEPEST = 32;

    /** Fields, values and brackets of one body. The longest report that is taken has a tenth of it. */
    public static final int MOST_TOKENS = 100_000;

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 1 << 20;

    private JsonLimits() {}

    /** A factory of parsers that end with a {@code StreamConstraintsException} beyond the limits. */
    public static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_TOKENS)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
    }
}
