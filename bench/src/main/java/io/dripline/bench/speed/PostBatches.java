package io.dripline.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that post a batch each at the same time. */
final class PostBatches {

    private PostBatches() {}

    /**
     * Makes a body for each client, then posts them all.
     *
     * @return seconds from the first byte to the last answer; the making is not in it
     */
    static double post(List<MadeReports> clients, int lines) throws Exception {
        String token = Clinic.token();
        List<byte[]> bodies =
                clients.stream().map(reports -> BatchDoor.body(reports, lines)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            long begin = System.nanoTime();
            List<Future<?>> posted = new ArrayList<>();
            for (byte[] body : bodies) {
                Callable<Integer> post = () -> {
                    try (BatchDoor door = new BatchDoor(token)) {
                        door.post(body, lines);
                    }
                    return lines;
                };
                posted.add(threads.submit(post));
            }
            for (Future<?> one : posted) {
                one.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
