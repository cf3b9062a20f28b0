package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.journeys.Officer.Row;
import io.dripline.local.stack.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Somebody who keeps looking at reporting: it must answer every time, ready, with the same figures. */
final class Watch implements Runnable {

    private final TheLine line;
    private final Officer officer;
    private final Supplier<List<String>> alerts;
    private final Row expected;
    private final Set<Integer> generations = new TreeSet<>();
    private int looks;

    /**
     * @param alerts ids of the alerts that must stay as they are
     * @param expected what one clinic and week shows, in whichever generation
     */
    Watch(TheLine line, Officer officer, Supplier<List<String>> alerts, Row expected) {
        this.line = line;
        this.officer = officer;
        this.alerts = alerts;
        this.expected = expected;
    }

    /** One look. */
    @Override
    public void run() {
        given().get(line.address(Part.REPORTING) + "/q/health/ready").then().statusCode(200);
        assertThat(RebuildJourney.watched(officer)).isEqualTo(expected);
        assertThat(alerts.get()).hasSize(1);
        generations.add(officer.generation());
        looks++;
    }

    Set<Integer> generations() {
        return generations;
    }

    int looks() {
        return looks;
    }
}
