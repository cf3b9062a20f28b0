package io.dripline.reporting.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request, so that it is told at once. */
public final class Violations {

    /** One thing that is wrong. */
    public record Violation(String field, String message) {}

    private static final Comparator<Violation> BY_FIELD =
            Comparator.comparing(Violation::field).thenComparing(Violation::message);

    /** A body of nothing else would be answered at great length. */
    private static final int MOST = 100;

    private static final String NAMED = "violations";

    private final List<Violation> found = new ArrayList<>();
    private boolean malformed;

    /** Notes a value of the wrong form, which makes the answer a 400. */
    public void malformed(String field, String message) {
        malformed = true;
        note(field, message);
    }

    /** Notes a value that breaks a rule, which makes the answer a 422 unless something is malformed too. */
    public void broken(String field, String message) {
        note(field, message);
    }

    /** Notes parameters that nobody reads, and those that are stated more than once. */
    public void refuseUnknown(MultivaluedMap<String, String> parameters, Set<String> known) {
        String expected = known.isEmpty()
                ? "unknown parameter; none is expected here"
                : "unknown parameter; expected one of " + String.join(", ", new TreeSet<>(known));
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                malformed(name, expected);
            } else if (values.size() > 1) {
                malformed(name, "expected once, found %d times".formatted(values.size()));
            }
        });
    }

    /** Reads a parameter; empty if it is absent, or if it is not readable, which is then noted. */
    public <T> Optional<T> read(String field, @Nullable String text, Function<String, T> reader, String expected) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            malformed(field, "expected %s, found %s".formatted(expected, text));
            return Optional.empty();
        }
    }

    /** Reads a parameter that is one of a few names; empty if it is absent, or if it is none of them, which is then noted. */
    public <E extends Enum<E>> Optional<E> readOne(String field, @Nullable String text, Class<E> names) {
        String expected = Arrays.stream(names.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ", "one of ", ""));
        return read(field, text, name -> Enum.valueOf(names, name), expected);
    }

    /** Notes a value that is stated and says nothing. */
    public void refuseEmpty(String field, @Nullable String text, String expected) {
        if (text != null && text.isEmpty()) {
            malformed(field, "expected %s, found an empty one".formatted(expected));
        }
    }

    /** What a refusal names, where it is one of ours; empty where it names nothing. */
    public static List<Violation> namedBy(HttpProblem refusal) {
        Object named = refusal.getParameters().get(NAMED);
        return named instanceof List<?> list
                ? list.stream()
                        .filter(Violation.class::isInstance)
                        .map(Violation.class::cast)
                        .toList()
                : List.of();
    }

    /** What is wrong with one field, in one line; null if nothing is. */
    public static @Nullable String of(List<Violation> violations, String field) {
        String messages = violations.stream()
                .filter(violation -> violation.field().equals(field))
                .map(Violation::message)
                .collect(Collectors.joining("; "));
        return messages.isEmpty() ? null : messages;
    }

    /** What is wrong with what a page does not show as a field, a line each. */
    public static List<String> elsewhere(List<Violation> violations, Set<String> shown) {
        return violations.stream()
                .filter(violation -> !shown.contains(violation.field()))
                .map(violation -> violation.field() + ": " + violation.message())
                .toList();
    }

    /** What was noted so far. */
    public List<Violation> noted() {
        return found.stream().sorted(BY_FIELD).toList();
    }

    /** Whether what was noted cannot even be read. */
    public boolean areMalformed() {
        return malformed;
    }

    /**
     * Ends the request if anything was noted.
     *
     * @throws HttpProblem 400 or 422, naming every violated field, sorted
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw problem();
        }
    }

    private void note(String field, String message) {
        if (found.size() < MOST) {
            found.add(new Violation(field, message));
        }
    }

    /** The refusal: 400 or 422, naming every violated field. */
    public HttpProblem problem() {
        return HttpProblem.builder()
                .withStatus(malformed ? 400 : 422)
                .withTitle(malformed ? "Bad Request" : "Unprocessable Content")
                .withDetail(malformed ? "The request cannot be read" : "The request breaks rules")
                .with(NAMED, noted())
                .build();
    }
}
