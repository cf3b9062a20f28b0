package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.intake.request.Dates;
import io.dripline.intake.request.Parameters;
import io.dripline.parsers.AnyText;
import io.dripline.parsers.Asked;
import io.dripline.parsers.Refusals;
import java.time.LocalDate;
import java.util.List;

/** What stands in an address or a head of intake's is read or refused with a 4xx. */
class SessionAddressFuzzTest {

    @FuzzTest
    void list(byte[] asked) throws Exception {
        Refusals.read(() -> {
            var stated = Asked.parameters(asked);
            Parameters parameters = Parameters.of(Asked.address(asked), "from", "to", "after", "limit");
            parameters.number("limit", stated.getFirst("limit"), 1, 200, 50);
            SessionCursor cursor = parameters.read(
                    "after",
                    stated.getFirst("after"),
                    SessionCursor.START,
                    "what a page named as next",
                    SessionCursor::of);
            Dates dates = Dates.read(parameters, stated.getFirst("from"), stated.getFirst("to"));
            assertThat(SessionCursor.of(cursor.toString())).isEqualTo(cursor);
            assertThat(dates.to()).isAfterOrEqualTo(dates.from());
            return dates;
        });
    }

    @FuzzTest
    void days(byte[] bytes) throws Exception {
        List<String> lines = AnyText.lines(bytes, 2);
        Refusals.read(() ->
                Dates.readUpTo(366, LocalDate.parse("2026-11-22"), Parameters.ofPath(), lines.get(0), lines.get(1)));
    }

    @FuzzTest
    void ifMatch(byte[] header) throws Exception {
        IfMatch read = Refusals.read(() -> IfMatch.of(AnyText.of(header)));
        if (read != null) {
            read.matches(1);
        }
    }

    @FuzzTest
    void reason(byte[] header) throws Exception {
        String reason = Refusals.read(() -> Reason.of(AnyText.of(header)));
        if (reason != null) {
            assertThat(reason).isNotBlank().hasSizeLessThanOrEqualTo(500);
        }
    }
}
