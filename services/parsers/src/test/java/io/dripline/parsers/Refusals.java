package io.dripline.parsers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.concurrent.Callable;

/** What a request may be refused with. */
public final class Refusals {

    private Refusals() {}

    /**
     * What was read; null where it was refused with a 4xx.
     *
     * @throws AssertionError where it was refused with anything else
     */
    public static <T> T read(Callable<T> reader) throws Exception {
        try {
            return reader.call();
        } catch (HttpProblem refusal) {
            if (refusal.getStatusCode() < 400 || refusal.getStatusCode() > 499) {
                throw new AssertionError("expected a 4xx, found " + refusal.getStatusCode(), refusal);
            }
            return null;
        }
    }
}
