package io.dripline.reporting.cases;

import io.dripline.reporting.behalf.AskOnBehalf;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Listings with other bounds, for the test that asks for them. */
public final class BoundedCases {

    private BoundedCases() {}

    public static void install(int most, Duration longest) {
        AskCases classification =
                Arc.container().instance(AskCases.class, RestClient.LITERAL).get();
        AskOnBehalf onBehalf = Arc.container().instance(AskOnBehalf.class).get();
        QuarkusMock.installMockForType(new Cases(classification, onBehalf, most, longest), Cases.class);
    }
}
