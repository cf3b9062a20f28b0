package io.dripline.journeys;

import static org.awaitility.Awaitility.await;

import io.dripline.local.stack.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one line's dashboard with something to show, and the one browser that looks at it: thirty first courses of
 * {@value #CLINIC} that were all dizzy and sick, which is an alert for each of two systems, and words that nobody knows.
 */
final class TheDashboard implements AutoCloseable {

    static final String CLINIC = "clinic-north";

    private static final String UNKNOWN_WORDS = "flurbled in the quonk";

    private final TheLine line;
    private final Officer officer;
    private final Windows windows = new Windows();
    private final Map<String, String> signedIn = new HashMap<>();
    private final Map<String, String> alerts = new HashMap<>();

    private TheDashboard(TheLine line) {
        this.line = line;
        this.officer = new Officer(line);
        Clinic clinic = clinic();
        for (int i = 0; i < 30; i++) {
            clinic.reports("2026-02-%02dT09:00:00+11:00".formatted(2 + i % 12), "room was spinning", "threw up");
        }
        clinic.reports("2026-02-11T15:00:00+11:00", UNKNOWN_WORDS);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> List.of("CNS", "GI").stream()
                        .noneMatch(measure -> officer.alerts(measure, CLINIC).isEmpty()));
        review();
    }

    TheLine line() {
        return line;
    }

    Officer officer() {
        return officer;
    }

    Clinic clinic() {
        return new Clinic(line, CLINIC);
    }

    /** The id of an alert about one of the two systems, always the same. */
    String alert(String measure) {
        return alerts.computeIfAbsent(
                measure,
                system -> officer.alerts(system, CLINIC).getFirst().get("id").toString());
    }

    /** The id of words that wait for a ruling, and that no journey rules on. */
    String review() {
        return review(UNKNOWN_WORDS);
    }

    /** The id of words that wait for a ruling, or will in a moment. */
    String review(String words) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> officer.review(words), review -> review.isPresent())
                .orElseThrow()
                .get("id")
                .toString();
    }

    /** Somebody who has not signed in, with a window of their own. */
    Reader aStranger() {
        return reader(null);
    }

    /** Somebody who is signed in, with a window of their own; signing in is done once for each person. */
    Reader opens(String person) {
        return reader(signedIn.computeIfAbsent(person, this::signIn));
    }

    private Reader reader(@Nullable String state) {
        return new Reader(
                windows.open(state), line.address(Part.REPORTING), line.config().issuer());
    }

    private String signIn(String person) {
        try (Reader reader = aStranger()) {
            reader.goes("/");
            reader.signsIn(person);
            return reader.page().context().storageState();
        }
    }

    @Override
    public void close() {
        windows.close();
    }

    /** Hands the one dashboard to whatever asks for it. */
    static final class Open extends SkipWithoutChromium implements ParameterResolver {

        private final TheLine.Running running = new TheLine.Running();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TheDashboard.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            TheDashboard.class,
                            type -> new TheDashboard((TheLine) running.resolveParameter(parameter, context)),
                            TheDashboard.class);
        }
    }
}
