package io.dripline.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** {@code ./dripline up}: runs the local stack until it is interrupted. */
public final class Up {

    private Up() {}

    /**
     * Runs the stack of a checkout.
     *
     * @param args the checkout's directory; then, for trials, {@code --only} and names of parts with commas between them
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            run(configuration(List.of(args), System.getenv()));
        } catch (StackFailure | IllegalArgumentException failed) {
            System.err.println("dripline: " + failed.getMessage());
            System.exit(1);
        }
    }

    static StackConfig configuration(List<String> args, Map<String, String> environment) {
        if (args.isEmpty()) {
            throw new IllegalArgumentException("expected the checkout's directory");
        }
        var config = StackConfig.of(Path.of(args.getFirst())).withPorts(Ports.of(environment));
        return switch (args.size()) {
            case 1 -> config;
            case 3 -> config.withParts(only(args));
            default -> throw new IllegalArgumentException("up takes nothing, or --only and parts; got " + args);
        };
    }

    private static Set<Part> only(List<String> args) {
        if (!args.get(1).equals("--only")) {
            throw new IllegalArgumentException("up knows --only, not '" + args.get(1) + "'");
        }
        return Arrays.stream(args.get(2).split(",", -1))
                .map(Part::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private static void run(StackConfig config) throws InterruptedException {
        var journal = new ConsoleJournal(System.out);
        var stack = new LocalStack(config, journal);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stack.close();
                            journal.say("everything has stopped; the data stays in " + config.data());
                        },
                        "stop-everything"));
        journal.say("logs are in " + config.data().resolve("logs"));
        stack.start();
        new AnswerRequests(config, stack).start();
        journal.say("ready");
        if (UnfinishedRebuild.exists(config)) {
            journal.say(
                    "Kafka was wiped and not filled again, so what is shown stands still; ./dripline rebuild finishes it");
        }
        System.out.println();
        System.out.println(StatusTable.of(stack).text());
        System.out.println();
        System.out.print(Welcome.text(config));
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
