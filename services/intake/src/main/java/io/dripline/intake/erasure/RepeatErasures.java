package io.dripline.intake.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Before the doors open and before anything is published: erases again what was erased after the backup from which the database was
 * brought back. Where nothing was brought back it finds nothing to do.
 */
@Singleton
class RepeatErasures {

    private static final Logger LOG = Logger.getLogger(RepeatErasures.class);
    private static final int BEFORE_PUBLISHING = 1000;

    private final NotedErasures noted;
    private final ErasePatient erasePatient;

    RepeatErasures(NotedErasures noted, ErasePatient erasePatient) {
        this.noted = noted;
        this.erasePatient = erasePatient;
    }

    void start(@Observes @Priority(BEFORE_PUBLISHING) StartupEvent starting) {
        repeat();
    }

    /** How many sessions had words again. */
    int repeat() {
        int sessions = noted.all().stream().mapToInt(erasePatient::eraseAgain).sum();
        if (sessions > 0) {
            LOG.infof("The words of %d sessions were there again and are erased again", sessions);
        }
        return sessions;
    }
}
