package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.local.faults.Acknowledged.Content;
import io.dripline.local.faults.Acknowledged.Session;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {

    private static final Content HOLDS = new Content(SessionStatus.ACTIVE, 35);

    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void theHighestVersionIsKept() {
        acknowledged.note(new Session("c", "r", "one", 2, HOLDS), true);
        acknowledged.note(new Session("c", "r", "one", 1, HOLDS), false);

        assertThat(acknowledged.sessions()).containsExactly(new Session("c", "r", "one", 2, HOLDS));
        assertThat(acknowledged.contradictions()).isEmpty();
        assertThat(acknowledged.heardAtOnce()).isEqualTo(1);
    }

    @Test
    void twoSessionsForOneReportContradict() {
        acknowledged.note(new Session("c", "r", "one", 1, HOLDS), false);
        acknowledged.note(new Session("c", "r", "other", 1, HOLDS), false);

        assertThat(acknowledged.contradictions()).containsExactly("r was answered as session one and as other");
        assertThat(acknowledged.count()).isEqualTo(1);
        assertThat(acknowledged.heardAtOnce()).isZero();
    }
}
