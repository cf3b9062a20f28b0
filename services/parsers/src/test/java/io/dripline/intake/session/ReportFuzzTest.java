package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.contracts.ContractJson;
import io.dripline.intake.request.StrictJson;
import io.dripline.parsers.Refusals;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Whatever is posted as a session is refused, or is a session that can be stored, told and compared. */
class ReportFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();
    private static final CheckSession CHECK = new CheckSession(VALIDATOR, CLOCK);

    @FuzzTest
    void session(byte[] json) throws Exception {
        StatedSession stated = Refusals.read(() -> {
            NewSession posted = StrictJson.read(json, NewSession.class);
            CHECK.check(posted);
            return StatedSession.of(posted);
        });
        if (stated != null) {
            byte[] canonical = stated.canonical();
            assertThat(canonical).isNotEmpty();
            assertThat(Plausibility.warnings(stated.attributes())).doesNotContainNull();
            assertThat(EventIds.keep(java.util.List.of(), stated.adverseEvents()))
                    .hasSameSizeAs(stated.adverseEvents());
            assertThat(ContractJson.write(stated)).isEqualTo(canonical);
        }
    }

    @FuzzTest
    void event(byte[] json) throws Exception {
        Refusals.read(() -> StrictJson.read(json, NewAdverseEvent.class));
    }
}
