package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.faults.Acknowledged.Session;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {

    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void theHighestVersionIsKept() {
        acknowledged.note(new Session("c", "r", "one", 2), true);
        acknowledged.note(new Session("c", "r", "one", 1), false);

        assertThat(acknowledged.sessions()).containsExactly(new Session("c", "r", "one", 2));
        assertThat(acknowledged.contradictions()).isEmpty();
        assertThat(acknowledged.heardAtOnce()).isEqualTo(1);
    }

    @Test
    void twoSessionsForOneReportContradict() {
        acknowledged.note(new Session("c", "r", "one", 1), false);
        acknowledged.note(new Session("c", "r", "other", 1), false);

        assertThat(acknowledged.contradictions()).containsExactly("r was answered as session one and as other");
        assertThat(acknowledged.count()).isEqualTo(1);
        assertThat(acknowledged.heardAtOnce()).isZero();
    }
}
