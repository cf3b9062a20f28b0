package io.dripline.reporting.dashboard.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bright pages are. A choice lies in a cookie, so that the first byte of a page already heeds it. */
public enum Theme {
    /** As the reader's system is. */
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    /** The choice; what nobody can have chosen is none. */
    static Theme chosen(@Nullable String cookie) {
        return Arrays.stream(values())
                .filter(theme -> theme.value().equals(cookie))
                .findFirst()
                .orElse(SYSTEM);
    }

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Each, for a page to offer. */
    public List<Theme> all() {
        return List.of(values());
    }
}
