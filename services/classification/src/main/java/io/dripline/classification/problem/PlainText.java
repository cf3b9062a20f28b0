package io.dripline.classification.problem;

/** Texts that can be stored and shown: well-formed Unicode without control characters. */
public final class PlainText {

    private PlainText() {}

    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(character -> {
            int type = Character.getType(character);
            boolean isOverride =
                    character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
            return type == Character.CONTROL || type == Character.SURROGATE || isOverride;
        });
    }
}
