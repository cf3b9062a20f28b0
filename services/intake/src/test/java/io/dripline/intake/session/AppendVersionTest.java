package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.trace.TraceConfig;
import io.dripline.trace.Traces;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppendVersionTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "08001", "57P01", "53300"})
    void asksForAnotherTryWhereTheDatabaseIsAway(String sqlState) {
        AppendVersion append = appendTo(new SQLException("gone", sqlState));

        HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> append.next(List.of(session())));

        assertThat(problem.getStatusCode()).isEqualTo(503);
        assertThat(problem.getHeaders()).containsEntry("Retry-After", "2");
    }

    @Test
    void doesNotCallADefectPassing() {
        AppendVersion append = appendTo(new SQLException("check violated", "23514"));

        IllegalStateException defect =
                catchThrowableOfType(IllegalStateException.class, () -> append.next(List.of(session())));

        assertThat(defect).hasRootCauseMessage("check violated");
    }

    private static AppendVersion appendTo(SQLException failure) {
        AgroalDataSource broken = (AgroalDataSource) Proxy.newProxyInstance(
                AppendVersionTest.class.getClassLoader(),
                new Class<?>[] {AgroalDataSource.class},
                (proxy, method, a) -> {
                    throw failure;
                });
        Traces traces = new Traces(
                "intake",
                new SmallRyeConfigBuilder()
                        .withMapping(TraceConfig.class)
                        .build()
                        .getConfigMapping(TraceConfig.class));
        return new AppendVersion(broken, null, null, null, traces);
    }

    private static VersionedSession session() {
        SessionAttributes attributes = new SessionAttributes(
                null,
                OffsetDateTime.parse("2026-11-22T09:00:00+11:00"),
                null,
                Route.ORAL,
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Ascertainment.CHECKLIST);
        return new VersionedSession(
                UUID.randomUUID(),
                1,
                SessionStatus.ACTIVE,
                "clinic-north",
                "r",
                "0".repeat(64),
                attributes,
                List.of(),
                "clinic-north",
                null,
                new byte[32],
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
