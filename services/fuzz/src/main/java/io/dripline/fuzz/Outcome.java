package io.dripline.fuzz;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of many requests; may be added to by many threads. */
public final class Outcome {

    /** Of the same fault at the same door, so many are kept. */
    private static final int OF_A_KIND = 3;

    private final ConcurrentMap<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> successes = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> faults = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();

    void add(Request request, Answer answer) {
        String status = answer.status() == 0 ? "closed" : answer.status() / 100 + "xx";
        answers.computeIfAbsent(request.kind() + " " + status, any -> new LongAdder())
                .increment();
        if (answer.status() >= 200 && answer.status() < 300) {
            successes
                    .computeIfAbsent(request.operation().name(), any -> new LongAdder())
                    .increment();
        }
    }

    void add(Finding finding, Operation operation) {
        LongAdder alike = faults.computeIfAbsent(operation.name() + ": " + finding.fault(), any -> new LongAdder());
        alike.increment();
        if (alike.sum() <= OF_A_KIND) {
            findings.add(finding);
        }
    }

    /** How many answers there were, by kind of request and class of status. */
    public Map<String, Long> answers() {
        return sums(answers);
    }

    /** How often each door let a request through, by its name. */
    public Map<String, Long> successes() {
        return sums(successes);
    }

    /** How often each fault was found, by door and fault. */
    public Map<String, Long> faults() {
        return sums(faults);
    }

    /** The first few of each fault, by number. */
    public List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingLong(Finding::number))
                .toList();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> adders) {
        Map<String, Long> sums = new TreeMap<>();
        adders.forEach((name, adder) -> sums.put(name, adder.sum()));
        return sums;
    }
}
