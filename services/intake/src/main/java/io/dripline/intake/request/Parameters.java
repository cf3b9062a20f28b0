package io.dripline.intake.request;

import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an address and collects what is wrong with them, so that one answer names them all. */
public final class Parameters {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final List<Violation> violations = new ArrayList<>();

    /** Parameters of a path, whose names the door's address gives. */
    public static Parameters ofPath() {
        return new Parameters();
    }

    /** Parameters of a query. Notes those that are none of {@code known}, and those that are stated more than once. */
    public static Parameters of(UriInfo uri, String... known) {
        Parameters parameters = new Parameters();
        List<String> expected = Stream.of(known).sorted().toList();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!expected.contains(name)) {
                parameters.note(
                        FieldPath.of(name),
                        expected.isEmpty()
                                ? "unknown parameter; none is expected here"
                                : "unknown parameter; expected one of " + String.join(", ", expected));
            } else if (values.size() > 1) {
                parameters.note(name, "expected once, found %d times".formatted(values.size()));
            }
        });
        return parameters;
    }

    private Parameters() {}

    /** A date as {@code 2026-11-22}; {@code absent} where nothing is stated. */
    public LocalDate date(String name, @Nullable String value, LocalDate absent) {
        return read(name, value, absent, "a date, as 2026-11-22", text -> {
            if (!DATE.matcher(text).matches()) {
                throw new IllegalArgumentException(name);
            }
            return LocalDate.parse(text);
        });
    }

    /** A whole number from {@code least} to {@code most}; {@code absent} where nothing is stated. */
    public int number(String name, @Nullable String value, int least, int most, int absent) {
        return read(name, value, absent, "a whole number from %d to %d".formatted(least, most), text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(name);
            }
            return number;
        });
    }

    /**
     * Whatever {@code reader} makes of the value; {@code absent} where nothing is stated, or where it throws an {@link
     * IllegalArgumentException} or {@link DateTimeException}, which is then noted.
     */
    public <T> T read(String name, @Nullable String value, T absent, String expected, Function<String, T> reader) {
        if (value == null || value.isEmpty()) {
            return absent;
        }
        try {
            return Optional.of(reader.apply(value)).get();
        } catch (IllegalArgumentException | DateTimeException e) {
            note(name, "expected " + expected);
            return absent;
        }
    }

    /**
     * Ends the request if a parameter was wrong.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every such parameter
     */
    public void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw Refusal.malformed("The request cannot be read", violations);
        }
    }

    private void note(String name, String message) {
        violations.add(new Violation(name, message));
    }
}
