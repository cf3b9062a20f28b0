package io.dripline.local.replay;

import io.dripline.local.door.Http;
import io.dripline.local.door.LineFailure;
import io.dripline.local.door.Tokens;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code ./dripline replay}: asks the running line, as its auditor, what every monitor said at a past time. */
public final class Replay {

    private Replay() {}

    /**
     * Prints what was said then.
     *
     * @param args the checkout's directory; then {@code --as-of} with a time, and {@code --json}
     */
    public static void main(String[] args) {
        var arguments = List.of(args);
        try {
            var config = StackConfig.of(Path.of(arguments.getFirst())).withPorts(Ports.of(System.getenv()));
            run(config, arguments.subList(1, arguments.size()), System.out);
        } catch (LineFailure | IllegalArgumentException failed) {
            System.err.println("dripline: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * As the command does.
     *
     * @throws LineFailure if reporting, classification or Keycloak does not answer, or refuses
     * @throws IllegalArgumentException with arguments that it does not take
     */
    public static void run(StackConfig config, List<String> arguments, PrintStream out) {
        var wish = Wish.of(arguments);
        var http = new Http();
        var answered = http.send(Tokens.ofPerson(http, config.issuer(), "auditor")
                .request(config.address(Part.REPORTING) + "/api/comparisons?asOf="
                        + URLEncoder.encode(wish.asOf().toString(), StandardCharsets.UTF_8))
                .GET());
        out.println(wish.json() ? answered : new Said(http.read(answered)).text());
    }
}
