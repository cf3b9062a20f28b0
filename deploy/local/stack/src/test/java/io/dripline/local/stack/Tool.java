package io.dripline.local.stack;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that a check needs and that not every machine has.
 *
 * @param command what is called
 * @param purpose what it is needed for
 */
record Tool(String command, String purpose) {

    static final Tool DOCKER_COMPOSE = new Tool("docker-compose", "reads docker-compose.yml without an engine");

    /**
     * Fails on a build server without the program, where a check left out would be a check that nobody makes, and leaves
     * the calling test out elsewhere.
     */
    void require(Map<String, String> environment) {
        if (isInstalled()) {
            return;
        }
        var sentence = "%s, which %s, is not installed".formatted(command, purpose);
        if ("true".equals(environment.get("CI"))) {
            Assertions.fail(sentence + ", and CI is true: a build server must have it");
        }
        Assumptions.abort(sentence + "; the check is left out");
    }

    private boolean isInstalled() {
        try {
            return new ProcessBuilder(command, "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
