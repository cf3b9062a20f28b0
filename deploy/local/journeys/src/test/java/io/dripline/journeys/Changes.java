package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.journeys.Clinic.Reported;
import io.restassured.response.Response;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.NoHttpResponseException;

/** A mixture of everything a clinic may do, one after the other, with a memory of what intake acknowledged. */
final class Changes {

    private final Clinic clinic;
    private final boolean intakeMayBeAway;
    private final Map<String, String> acknowledged = new HashMap<>();
    private final List<Reported> toWithdraw = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    private int count;

    Changes(Clinic clinic, boolean intakeMayBeAway) {
        this.clinic = clinic;
        this.intakeMayBeAway = intakeMayBeAway;
    }

    /** Sessions that intake took. */
    int taken() {
        return taken.get();
    }

    /** One more session and what a clinic does next; only an intake that is away may refuse it. */
    void next() {
        int turn = count++;
        NewSession session = NewSession.of(
                Clinic.newPatient(),
                "2025-07-%02dT09:00:00+10:00".formatted(1 + turn % 28),
                turn % 3 == 0 ? List.of("dizzy", "felt sick") : List.of());
        try {
            Reported reported = remember(clinic.posts(session));
            taken.incrementAndGet();
            switch (turn % 5) {
                case 0 -> clinic.posts(session);
                case 1 -> remember(clinic.amends(reported, session.with("palpitations")));
                case 2 -> toWithdraw.add(reported);
                case 3 -> {
                    if (!toWithdraw.isEmpty()) {
                        Reported withdrawn = toWithdraw.removeLast();
                        clinic.withdraws(withdrawn);
                        acknowledged.put(withdrawn.id(), "\"2\"");
                    }
                }
                default -> {}
            }
        } catch (Exception failure) {
            if (!intakeMayBeAway || !isAway(failure)) {
                throw failure;
            }
        }
    }

    /** Each session must stand at the version that was acknowledged, or a later one whose answer was lost. */
    void assertNothingAcknowledgedIsLost() {
        assertNothingAcknowledgedIsLost(clinic);
    }

    /** The same, as another door answers this clinic. */
    void assertNothingAcknowledgedIsLost(Clinic reader) {
        assertThat(acknowledged).hasSizeGreaterThan(10);
        acknowledged.forEach((id, etag) -> {
            Response answer = reader.reads(id);
            assertThat(answer.statusCode()).as(id).isEqualTo(200);
            assertThat(version(answer.header("ETag"))).as(id).isGreaterThanOrEqualTo(version(etag));
        });
    }

    private Reported remember(Reported reported) {
        acknowledged.put(reported.id(), reported.etag());
        return reported;
    }

    private static int version(String etag) {
        return Integer.parseInt(etag.replace("\"", ""));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoHttpResponseException
                || failure instanceof java.net.SocketException
                || (failure.getCause() != null && isAway(failure.getCause()));
    }
}
