package io.dripline.reporting.baseline;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time over which events were counted, in the words in which figures and nulls state it. */
public enum Window {
    INFUSION("infusion"),
    COURSE("course"),
    LONG_TERM("long term");

    private final String words;

    Window(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether a figure or a null states exactly this. */
    public boolean is(@Nullable String stated) {
        return words.equals(stated);
    }

    /** @throws IllegalArgumentException if it is none of them */
    static Window of(String words) {
        return Arrays.stream(values())
                .filter(window -> window.is(words))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("window: expected %s, found %s".formatted(expected(), words)));
    }

    /** What can be stated, for a message. */
    static String expected() {
        return Arrays.stream(values()).map(Window::words).collect(Collectors.joining(", ", "one of ", ""));
    }
}
