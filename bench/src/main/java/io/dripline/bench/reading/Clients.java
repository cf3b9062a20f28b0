package io.dripline.bench.reading;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Eight clients, each of which keeps its connection and asks again as soon as it has its answer. */
final class Clients {

    static final int CLIENTS = 8;

    private final String address;
    private final Token token;

    /** Gives a token that holds for the next minutes. */
    interface Token {
        String get() throws IOException, InterruptedException;
    }

    Clients(String address, Token token) {
        this.address = address;
        this.token = token;
    }

    /** From the whole request sent to the whole answer read. */
    Latencies ask(Function<Random, String> question, Duration time)
            throws IOException, InterruptedException, ExecutionException {
        String bearer = "Bearer " + token.get();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Callable<double[]>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.add(() -> askUntil(end, question, random, bearer));
        }
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<double[]> took = new ArrayList<>();
            for (var client : threads.invokeAll(clients)) {
                took.add(client.get());
            }
            return Latencies.of(took, (System.nanoTime() - begin) / 1e9);
        }
    }

    /** One client alone, on a connection that is open: the median of half a second. */
    double alone(String question) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
        double[] took = askUntil(end, random -> question, new Random(0), "Bearer " + token.get());
        return Latencies.of(List.of(took), 0.5).at(0.5);
    }

    /** One client alone, in the order in which it was answered, in milliseconds; the first answer is that of a page nobody has opened before. */
    double[] oneAfterTheOther(String question, Duration time) throws IOException, InterruptedException {
        return askUntil(System.nanoTime() + time.toNanos(), random -> question, new Random(0), "Bearer " + token.get());
    }

    private double[] askUntil(long end, Function<Random, String> question, Random random, String bearer)
            throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            do {
                var request = HttpRequest.newBuilder(URI.create(address + question.apply(random)))
                        .header("Authorization", bearer)
                        .build();
                long begin = System.nanoTime();
                var answer = http.send(request, BodyHandlers.ofByteArray());
                took.add((System.nanoTime() - begin) / 1e6);
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("%s answered %d".formatted(request.uri(), answer.statusCode()));
                }
            } while (System.nanoTime() < end);
        }
        return took.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
