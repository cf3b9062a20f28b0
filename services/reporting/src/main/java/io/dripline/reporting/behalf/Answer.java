package io.dripline.reporting.behalf;

import io.dripline.reporting.caller.Violations.Violation;
import java.util.List;
import java.util.function.Function;

/** What another service answers. */
public sealed interface Answer<T> {

    /** What was asked for. */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * It was refused, and nothing came of it.
     *
     * @param status 4xx
     * @param detail what is wrong, in the other service's words; what it answers where it has none
     * @param violations each thing that is wrong, where it names any
     */
    record Refused<T>(int status, String detail, List<Violation> violations) implements Answer<T> {

        public Refused {
            violations = List.copyOf(violations);
        }

        /** Everything that it says, as sentences. */
        public String words() {
            return violations.isEmpty()
                    ? detail
                    : String.join(
                            "; ",
                            violations.stream()
                                    .map(one -> one.field() + ": " + one.message())
                                    .toList());
        }
    }

    /** It does not answer, or not in a way that can be understood. @param why for whoever operates the service, no end of a sentence */
    record Away<T>(String why) implements Answer<T> {}

    /** The same answer about what is made of it, where something was given. */
    default <U> Answer<U> map(Function<T, U> make) {
        return switch (this) {
            case Given<T>(T value) -> new Given<>(make.apply(value));
            case Refused<T>(int status, String detail, List<Violation> violations) ->
                new Refused<>(status, detail, violations);
            case Away<T>(String why) -> new Away<>(why);
        };
    }
}
