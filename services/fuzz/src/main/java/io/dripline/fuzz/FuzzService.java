package io.dripline.fuzz;

import io.dripline.access.Caller;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends a running service the requests of a seed and holds its answers to what none may be. */
public final class FuzzService {

    private final String name;
    private final URI service;
    private final List<Operation> operations;
    private final Planted planted;
    private final Function<Caller, @Nullable String> tokens;
    private final CheckAnswer check;

    /**
     * @param name the service's
     * @param service its address
     * @param operations its doors
     * @param planted what is stored there for this
     * @param tokens a caller's; asked for each request
     */
    public FuzzService(
            String name,
            URI service,
            List<Operation> operations,
            Planted planted,
            Function<Caller, @Nullable String> tokens) {
        this.name = name;
        this.service = service;
        this.operations = List.copyOf(operations);
        this.planted = planted;
        this.tokens = tokens;
        this.check = new CheckAnswer(operations, planted);
    }

    /**
     * Sends requests {@code from} to {@code from + count - 1} of a seed.
     *
     * @param outcome is added to
     * @param connections over which they are sent, each by a thread of its own
     * @throws IllegalStateException where the service cannot be reached any more
     */
    public void run(Outcome outcome, long seed, long from, long count, int connections) {
        AtomicLong next = new AtomicLong(from);
        try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> under = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                under.add(senders.submit(() -> send(seed, next, from + count, outcome)));
            }
            for (Future<?> sender : under) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " cannot be asked any more", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The service's name. */
    public String name() {
        return name;
    }

    /** Request {@code number} of a seed, and what is answered to it. */
    public String replay(long seed, long number) throws IOException {
        Request request = new MakeRequest(seed, operations, planted).number(number);
        try (Wire wire = new Wire(service)) {
            Answer answer = wire.exchange(request, tokens.apply(request.caller()));
            return "%s as %s, %s: %s%n%s %s%n%s%n%s%n%n%d %s%n%s%nfaults: %s"
                    .formatted(
                            request.operation().name(),
                            request.caller(),
                            request.kind(),
                            request.what(),
                            request.method(),
                            request.target(),
                            String.join("\n", request.headers()),
                            request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8),
                            answer.status(),
                            answer.headers(),
                            answer.body(),
                            check.faults(request, answer));
        }
    }

    private void send(long seed, AtomicLong next, long end, Outcome outcome) {
        MakeRequest make = new MakeRequest(seed, operations, planted);
        try (Wire wire = new Wire(service)) {
            for (long number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                Request request = make.number(number);
                ask(seed, wire, request, outcome);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(long seed, Wire wire, Request request, Outcome outcome) throws IOException {
        try {
            Answer answer = wire.exchange(request, tokens.apply(request.caller()));
            outcome.add(request, answer);
            for (String fault : check.faults(request, answer)) {
                outcome.add(Finding.of(name, seed, request, answer, fault), request.operation());
            }
        } catch (SocketTimeoutException silence) {
            outcome.add(Finding.of(name, seed, request, Answer.NONE, "silence for half a minute"), request.operation());
        }
    }
}
