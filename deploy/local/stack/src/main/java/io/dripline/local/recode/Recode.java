package io.dripline.local.recode;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.local.door.Http;
import io.dripline.local.door.LineFailure;
import io.dripline.local.door.Tokens;
import io.dripline.local.rebuild.ConsoleProgress;
import io.dripline.local.rebuild.Progress;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code ./dripline recode}: shows what the vocabulary in use would change of what was coded with another version, and has it
 * recoded if a person says yes. Classification does it; ended in the middle, the command called again looks on.
 */
public final class Recode {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Http http = new Http();
    private final Tokens tokens;
    private final String door;
    private final PrintStream out;
    private final BufferedReader in;
    private final Progress progress;

    private Recode(StackConfig config, PrintStream out, BufferedReader in, Progress progress) {
        this.tokens = Tokens.ofPerson(http, config.issuer(), "officer");
        this.door = config.address(Part.CLASSIFICATION) + "/recoding";
        this.out = out;
        this.in = in;
        this.progress = progress;
    }

    /**
     * Recodes, or shows what that would change.
     *
     * @param args the checkout's directory; then {@code --dry-run}, {@code --yes}, {@code --reason} with a sentence
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var arguments = List.of(args);
        var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try {
            var config = StackConfig.of(Path.of(arguments.getFirst())).withPorts(Ports.of(System.getenv()));
            run(
                    config,
                    arguments.subList(1, arguments.size()),
                    System.out,
                    in,
                    new ConsoleProgress(System.out, System.console() != null));
        } catch (LineFailure | IllegalArgumentException failed) {
            System.err.println("dripline: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * As the command does.
     *
     * @throws LineFailure if classification or Keycloak does not answer, or refuses
     * @throws IllegalArgumentException with arguments that it does not take
     */
    public static void run(
            StackConfig config, List<String> arguments, PrintStream out, BufferedReader in, Progress progress)
            throws IOException, InterruptedException {
        var wish = Wish.of(arguments);
        new Recode(config, out, in, progress).run(wish);
    }

    private void run(Wish wish) throws IOException, InterruptedException {
        var state = state();
        if (state.isRecoding()) {
            progress.say("a recoding is under way");
        } else {
            state = previewed(state);
            out.println(state.whatWouldChange());
            if (state.otherwise() == 0) {
                out.println("there is nothing to recode");
                return;
            }
            if (wish.dryRun()) {
                return;
            }
            if (!wish.yes() && !agreed(state)) {
                out.println("nothing was recoded");
                return;
            }
            var reason = wish.reason();
            state = start(reason == null ? "the vocabulary is " + state.vocabulary() : reason);
        }
        if (wish.dryRun()) {
            show(state.recoding());
        } else {
            lookOn(state);
        }
    }

    /** What would change, once it is counted; classification counts it by itself. */
    private State previewed(State seen) throws InterruptedException {
        var state = seen;
        if (state.otherwise() > 0 && !state.isPreviewed()) {
            progress.say("classification counts what would change; fresh reports and rulings come first");
            while (state.otherwise() > 0 && !state.isPreviewed()) {
                show(state.preview());
                Thread.sleep(PAUSE);
                state = state();
            }
        }
        return state;
    }

    private void lookOn(State begun) throws InterruptedException {
        var state = begun;
        while (state.isRecoding()) {
            show(state.recoding());
            Thread.sleep(PAUSE);
            state = state();
        }
        show(state.recoding());
        progress.say(
                "%d sessions are coded with %s".formatted(state.sessions() - state.otherwise(), state.vocabulary()));
    }

    private void show(JsonNode work) {
        long of = work.path("of").asLong();
        if (of > 0) {
            long looked = work.path("sessions").asLong();
            progress.reached(
                    (double) looked / of,
                    "of %d sessions %d looked at, %d changed"
                            .formatted(of, looked, work.path("changed").asLong()));
        }
    }

    private boolean agreed(State state) throws IOException {
        out.printf("Recode %d sessions with %s? [y/N] ", state.otherwise(), state.vocabulary());
        out.flush();
        String answer = in.readLine();
        return answer != null && List.of("y", "Y", "yes").contains(answer.strip());
    }

    private State state() {
        return new State(http.read(http.send(tokens.request(door).GET())));
    }

    private State start(String reason) {
        return new State(http.read(http.send(tokens.request(door)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(http.write(Map.of("reason", reason)))))));
    }
}
