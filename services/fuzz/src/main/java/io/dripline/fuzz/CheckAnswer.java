package io.dripline.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.access.Caller;
import io.dripline.access.Telltales;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds answers to what none may be, whatever was asked. */
final class CheckAnswer {

    /** What any door may say before it comes to what it describes: the method, the path, the form or the length is not its own, or too much was asked. */
    private static final Set<Integer> BEFORE_THE_DOOR =
            Set.of(400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 417, 429, 431);

    /** A hostile path may come down to the root, which leads a clinic's people to their page and nobody anywhere else. */
    private static final Pattern FROM_THE_ROOT =
            Pattern.compile("(http://(127\\.0\\.0\\.1|localhost)(:\\d+)?)?/clinic");

    private static final int MUCH = 60_000;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Planted planted;
    private final Set<Integer> describedSomewhere;

    CheckAnswer(List<Operation> operations, Planted planted) {
        this.planted = planted;
        this.describedSomewhere = operations.stream()
                .flatMap(operation -> operation.statuses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with an answer, each in a few words that are the same for the same fault; none if all is well. */
    List<String> faults(Request request, Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == 0) {
            // The server closes on what is not HTTP, or on what is longer than it reads.
            if (!request.isBroken() && !isLong(request)) {
                faults.add("no answer");
            }
            return faults;
        }
        if (answer.status() >= 500) {
            faults.add("status " + answer.status());
        } else if (!isExpected(request, answer)) {
            faults.add("undescribed status " + answer.status());
        }
        if (answer.status() >= 400) {
            refusal(request, answer, faults);
        } else if (answer.isJson() && !request.method().equals("HEAD") && !isReadable(answer)) {
            faults.add("no JSON though it says so");
        }
        seen(request, answer, faults);
        return faults;
    }

    private boolean isExpected(Request request, Answer answer) {
        int status = answer.status();
        if (status == 303 && request.kind() == Kind.HOSTILE && request.isBroken() && isRead(request)) {
            return FROM_THE_ROOT
                    .matcher(answer.headers().getOrDefault("location", ""))
                    .matches();
        }
        if (request.kind() == Kind.VALID) {
            return request.operation().statuses().contains(status) || status == 429;
        }
        return describedSomewhere.contains(status) || BEFORE_THE_DOOR.contains(status);
    }

    private static boolean isRead(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private static void refusal(Request request, Answer answer, List<String> faults) {
        boolean isBare = answer.body().isEmpty();
        if (isBare && !request.isBroken() && !request.method().equals("HEAD")) {
            faults.add("a bare " + answer.status());
        }
        if (!isBare && !answer.isProblem()) {
            faults.add("a " + answer.status() + " that is no problem document: " + answer.type());
        }
        if (!isBare && answer.isProblem() && !isReadable(answer)) {
            faults.add("a problem document that is no JSON");
        }
        if (answer.body().length() > MUCH) {
            faults.add("a refusal of much: " + answer.status());
        }
        Telltales.in(answer.headers() + answer.body()).stream()
                .filter(telltale -> !request.said().contains(telltale))
                .forEach(telltale -> faults.add("tells how the service is made: " + telltale));
    }

    /** What only others may see. */
    private void seen(Request request, Answer answer, List<String> faults) {
        String all = answer.headers() + answer.body();
        if (planted.secrets().stream().anyMatch(all::contains)) {
            faults.add("tells a patient's code");
        }
        boolean isStranger = request.caller() == Caller.OTHER_CLINIC || request.caller() == Caller.NONE;
        // A refusal may repeat what was asked for; an answer may not.
        boolean isRefusal = answer.status() >= 400;
        if (isStranger
                && planted.marks().stream()
                        .anyMatch(mark -> all.contains(mark)
                                && !(isRefusal && request.said().contains(mark)))) {
            faults.add("shows " + request.caller() + " what is the clinic's");
        }
    }

    private static boolean isLong(Request request) {
        byte[] body = request.body();
        return (body != null && body.length > 1 << 20) || request.target().length() > 60_000;
    }

    private static boolean isReadable(Answer answer) {
        if (answer.body().length() >= 1 << 20) {
            return true;
        }
        try {
            return !JSON.readTree(answer.body()).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
