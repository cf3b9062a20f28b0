package io.dripline.bench.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.fuzz.Finding;
import io.dripline.fuzz.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done so far, kept in a file.
 *
 * @param next by service and seed, the request behind the last
 * @param sent by service
 * @param answers by service, kind of request and class of status
 * @param faults by service, door and fault
 * @param findings the first few of each fault
 * @param heaps what each service held
 */
record Progress(
        Map<String, Long> next,
        Map<String, Long> sent,
        Map<String, Long> answers,
        Map<String, Long> faults,
        List<Finding> findings,
        List<Heap> heaps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What a service held after a full collection.
     *
     * @param process its number; another one is another start
     * @param sent requests to it until then
     */
    record Heap(String service, long process, long sent, long bytes) {}

    static Progress read(Path file) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(file.toFile(), Progress.class)
                : new Progress(
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
    }

    /** All of it or nothing. */
    void save(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".next");
        JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), this);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    long next(String service, long seed) {
        return next.getOrDefault(service + " " + seed, 0L);
    }

    void add(String service, long seed, long until, long count, Outcome outcome) {
        next.merge(service + " " + seed, until, Math::max);
        sent.merge(service, count, Long::sum);
        outcome.answers().forEach((kind, many) -> answers.merge(service + " " + kind, many, Long::sum));
        outcome.faults().forEach((fault, many) -> faults.merge(service + " " + fault, many, Long::sum));
        findings.addAll(outcome.findings());
    }

    /** The starts of a service that were measured, oldest first. */
    List<Long> processes(String service) {
        return heaps.stream()
                .filter(heap -> heap.service().equals(service))
                .map(Heap::process)
                .distinct()
                .toList();
    }

    /** What one start of a service held, in the order in which it was measured. */
    List<Heap> heaps(String service, long process) {
        return heaps.stream()
                .filter(heap -> heap.service().equals(service) && heap.process() == process)
                .toList();
    }
}
