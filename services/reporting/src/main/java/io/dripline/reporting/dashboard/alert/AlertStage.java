package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.reporting.alert.TakeStep;
import java.util.Arrays;
import java.util.Optional;

/** A step that a person can take about an alert, as a page offers it. */
public enum AlertStage {
    ACKNOWLEDGEMENT("acknowledgement", "Acknowledge", "Acknowledged."),
    ASSESSMENT("assessment", "Assess", "Assessed."),
    CLOSURE("closure", "Close", "Closed.");

    private final String path;
    private final String label;
    private final String done;

    AlertStage(String path, String label, String done) {
        this.path = path;
        this.label = label;
        this.done = done;
    }

    static Optional<AlertStage> named(String path) {
        return Arrays.stream(values()).filter(stage -> stage.path.equals(path)).findFirst();
    }

    /** The last part of its address. */
    public String path() {
        return path;
    }

    /** What its button says. */
    public String label() {
        return label;
    }

    /** What a page says once it is taken. */
    public String done() {
        return done;
    }

    boolean mayFollow(Alert alert) {
        return switch (this) {
            case ACKNOWLEDGEMENT -> TakeStep.mayBeAcknowledged(alert);
            case ASSESSMENT -> TakeStep.mayBeAssessed(alert);
            case CLOSURE -> TakeStep.mayBeClosed(alert);
        };
    }
}
