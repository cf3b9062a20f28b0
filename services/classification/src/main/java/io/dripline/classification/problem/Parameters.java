package io.dripline.classification.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an address and collects what is wrong with them, so that one answer names them all. */
public final class Parameters {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, List<String>> stated;
    private final Set<String> known = new TreeSet<>();
    private final List<Violation> malformed = new ArrayList<>();
    private final List<Violation> broken = new ArrayList<>();

    public Parameters(UriInfo uri) {
        stated = new TreeMap<>(uri.getQueryParameters());
    }

    /** How many items a page has: 1 to 200, 50 where nothing is stated. */
    public int limit() {
        return read("limit", "a whole number from 1 to %d".formatted(MOST), text -> {
                    int number = Integer.parseInt(text);
                    if (number < 1 || number > MOST) {
                        throw new IllegalArgumentException("limit");
                    }
                    return number;
                })
                .orElse(USUAL);
    }

    public Optional<String> text(String name) {
        return read(name, "a text of at most 200 characters", text -> {
            if (text.length() > 200 || !PlainText.isPlain(text)) {
                throw new IllegalArgumentException(name);
            }
            return text;
        });
    }

    public boolean flag(String name) {
        return read(name, "true or false", text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException(name);
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** One of the names of an enum, or {@code UNSTATED} where that is allowed. */
    public Optional<String> oneOf(String name, Class<? extends Enum<?>> type, String... more) {
        List<String> names = Stream.concat(Stream.of(type.getEnumConstants()).map(Enum::name), Stream.of(more))
                .toList();
        return read(name, "one of " + String.join(", ", names), text -> {
            if (!names.contains(text)) {
                throw new IllegalArgumentException(name);
            }
            return text;
        });
    }

    /** A time with its offset, of the years 1970 to 9999. */
    public Optional<Instant> time(String name) {
        return read(
                name,
                "a time with its offset, as 2026-11-22T09:00:00Z",
                // a plus that nobody encoded
                text -> storable(OffsetDateTime.parse(text.replace(' ', '+')).toInstant()));
    }

    /**
     * A time that the database knows too.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static Instant storable(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("expected a time of the years 1970 to 9999");
        }
        return time;
    }

    /**
     * Whatever {@code reader} makes of the value; empty where nothing is stated, or where it throws an {@link
     * IllegalArgumentException} or {@link DateTimeException}, which is then noted.
     */
    public <T> Optional<T> read(String name, String expected, Function<String, T> reader) {
        known.add(name);
        @Nullable List<String> values = stated.get(name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            malformed.add(new Violation(name, "stated more than once"));
            return Optional.empty();
        }
        String value = values.getFirst();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            malformed.add(new Violation(name, "expected " + expected));
            return Optional.empty();
        }
    }

    /** Notes a value that breaks a rule, which makes the answer a 422 unless something is malformed too. */
    public void broken(String name, String message) {
        broken.add(new Violation(name, message));
    }

    /**
     * Ends the request if a parameter was wrong, or one was stated that nobody read.
     *
     * @throws HttpProblem 400 or 422 naming every such parameter
     */
    public void refuseIfWrong() {
        String expected = known.isEmpty()
                ? "unknown parameter; none is expected here"
                : "unknown parameter; expected one of " + String.join(", ", known);
        List<Violation> all = Stream.concat(
                        stated.keySet().stream()
                                .filter(name -> !known.contains(name))
                                .map(name -> new Violation(
                                        name.length() > 100 ? name.substring(0, 100) + "..." : name, expected)),
                        malformed.stream())
                .collect(Collectors.toList());
        if (!all.isEmpty()) {
            all.addAll(broken);
            throw Refusal.malformed(all);
        }
        if (!broken.isEmpty()) {
            throw Refusal.rulesBroken(broken);
        }
    }
}
