package io.dripline.local.deadletters;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** {@code ./dripline dead-letters}. */
public final class DeadLettersCommand {

    private final PrintStream out;
    private final BufferedReader in;

    private DeadLettersCommand(PrintStream out, BufferedReader in) {
        this.out = out;
        this.in = in;
    }

    /**
     * Lists, and sends back if asked to.
     *
     * @param args the checkout's directory; then what {@link Wish} takes
     */
    public static void main(String[] args) throws IOException {
        var arguments = List.of(args);
        var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try {
            var config = StackConfig.of(Path.of(arguments.getFirst())).withPorts(Ports.of(System.getenv()));
            run(config.address(Part.KAFKA), arguments.subList(1, arguments.size()), System.out, in);
        } catch (KafkaException unreachable) {
            System.err.println("dripline: cannot read the dead letters (" + unreachable.getMessage()
                    + "); is ./dripline up running?");
            System.exit(1);
        } catch (IllegalArgumentException badArgument) {
            System.err.println("dripline: " + badArgument.getMessage());
            System.exit(1);
        }
    }

    /**
     * As the command does.
     *
     * @param broker host and port
     * @param arguments what {@link Wish} takes
     */
    public static void run(String broker, List<String> arguments, PrintStream out, BufferedReader in)
            throws IOException {
        var wish = Wish.of(arguments);
        try (var letters = new DeadLetters(broker)) {
            new DeadLettersCommand(out, in).run(wish, letters);
        }
    }

    private void run(Wish wish, DeadLetters letters) throws IOException {
        Map<String, List<Judged>> judged = letters.of(wish.tables());
        List<Judged> newest = LettersTable.newest(judged, wish.limit());
        out.println(LettersTable.of(
                judged, newest, letters.said(newest.stream().map(Judged::letter).toList())));
        if (!wish.sendBack()) {
            return;
        }
        List<Judged> open = judged.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.verdict() == Verdict.OPEN)
                .toList();
        if (open.isEmpty()) {
            out.println("there is nothing to send back");
        } else if (wish.yes() || agreed(open.size())) {
            out.println("sent back " + letters.sendBack(open));
        } else {
            out.println("nothing was sent back");
        }
    }

    private boolean agreed(int open) throws IOException {
        out.printf("Send %d back to where they lay? [y/N] ", open);
        out.flush();
        String answer = in.readLine();
        return answer != null && List.of("y", "Y", "yes").contains(answer.strip());
    }
}
