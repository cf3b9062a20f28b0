package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.reporting.alert.TakeStep;
import java.util.Arrays;
import java.util.Optional;

/** A step that a person can take about an alert, as a page offers it. */
public enum AlertStage {
    ACKNOWLEDGEMENT("acknowledgement", "Acknowledge", "Acknowledged.", AlertState.ACKNOWLEDGED),
    ASSESSMENT("assessment", "Assess", "Assessed.", AlertState.ASSESSED),
    CLOSURE("closure", "Close", "Closed.", AlertState.CLOSED);

    private final String path;
    private final String label;
    private final String done;
    private final AlertState leadsTo;

    AlertStage(String path, String label, String done, AlertState leadsTo) {
        this.path = path;
        this.label = label;
        this.done = done;
        this.leadsTo = leadsTo;
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

    /** The state of an alert once it is taken. */
    AlertState leadsTo() {
        return leadsTo;
    }

    boolean mayFollow(Alert alert) {
        return switch (this) {
            case ACKNOWLEDGEMENT -> TakeStep.mayBeAcknowledged(alert);
            case ASSESSMENT -> TakeStep.mayBeAssessed(alert);
            case CLOSURE -> TakeStep.mayBeClosed(alert);
        };
    }
}
