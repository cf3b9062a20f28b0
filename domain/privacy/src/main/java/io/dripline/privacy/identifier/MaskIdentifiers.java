package io.dripline.privacy.identifier;

/** A text with a mask in place of everything in it that obviously tells who somebody is. */
public final class MaskIdentifiers {

    /** Coding takes it for nothing; a word or brackets would be read as something not understood. */
    public static final String MASK = "***";

    private MaskIdentifiers() {}

    /** The same text where there is nothing; masking a masked text changes nothing. */
    public static String in(String text) {
        String before = text;
        String masked = once(before);
        // What stood between two identifiers may be one when they are gone. Each round has fewer letters and digits.
        while (!masked.equals(before)) {
            before = masked;
            masked = once(before);
        }
        return masked;
    }

    private static String once(String text) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Identifier identifier : FindIdentifiers.in(text)) {
            masked.append(text, from, identifier.from()).append(MASK);
            from = identifier.to();
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }
}
