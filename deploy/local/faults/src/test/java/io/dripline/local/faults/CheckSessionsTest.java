package io.dripline.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.session.SessionStatus;
import io.dripline.local.faults.Acknowledged.Content;
import io.dripline.local.faults.Acknowledged.Session;
import io.dripline.local.faults.CheckSessions.Stored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckSessionsTest {

    private static final Content FIRST = new Content(SessionStatus.ACTIVE, 35);
    private static final Content AMENDED = new Content(SessionStatus.ACTIVE, 36);

    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void aLaterVersionThatNobodyHeardOfIsWell() {
        acknowledged.note(new Session("c", "r", "one", 1, FIRST), true);

        CheckSessions check = check(new Stored("one", 1, FIRST), new Stored("one", 2, AMENDED));

        assertThat(check.lost()).isEmpty();
        assertThat(check.twice()).isEmpty();
    }

    @Test
    void aVersionThatStatesSomethingElseIsLost() {
        acknowledged.note(new Session("c", "r", "one", 2, AMENDED), true);

        assertThat(check(new Stored("one", 1, FIRST), new Stored("one", 2, FIRST))
                        .lost())
                .singleElement()
                .asString()
                .contains("r was acknowledged as session one in version 2");
        assertThat(check(new Stored("one", 1, FIRST)).lost()).hasSize(1);
    }

    @Test
    void aChangeThatWasDoneTwiceAndAReportThatIsTwoSessionsAreTwice() {
        assertThat(check(new Stored("one", 1, FIRST), new Stored("one", 2, AMENDED), new Stored("one", 3, AMENDED))
                        .twice())
                .hasSize(1);
        assertThat(check(new Stored("one", 1, FIRST), new Stored("other", 1, FIRST))
                        .twice())
                .hasSize(1);
    }

    private CheckSessions check(Stored... stored) {
        return CheckSessions.of(Map.of("r", List.of(stored)), acknowledged);
    }
}
