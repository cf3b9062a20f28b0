package io.dripline.fuzz;

/**
 * Something that must not be.
 *
 * @param service whose answer it was
 * @param seed of the request
 * @param number of the request, by which it is made again
 * @param request door, caller and what was done to the request
 * @param fault what is wrong with the answer
 * @param answer its status and the beginning of its body
 */
public record Finding(String service, long seed, long number, String request, String fault, String answer) {

    private static final int SHOWN = 600;

    static Finding of(String service, long seed, Request request, Answer answer, String fault) {
        String body = answer.body().length() > SHOWN ? answer.body().substring(0, SHOWN) + "..." : answer.body();
        return new Finding(
                service,
                seed,
                request.number(),
                "%s as %s, %s: %s"
                        .formatted(request.operation().name(), request.caller(), request.kind(), request.what()),
                fault,
                answer.status() + " " + body);
    }
}
