package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.faults.Fault;
import io.dripline.local.faults.RunCycle;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One fault after another, by a seed, while a clinic posts every report three times over links that are cut; {@code ./dripline bench faults} is
 * the long run, which fills disks and sets clocks wrong as well, where the machine lets it. A line of its own, for these clinics have an
 * excess of everything. What {@link CrashJourney} does is not done again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsJourney {

    private static final long SEED = 20261130;
    private static final int REPORTS_PER_SECOND = 10;
    /** Longer than the session of a Kafka client, so that others take over what the one that stands still had. */
    private static final Duration SUSPENDED = Duration.ofSeconds(9);

    private static final Duration AWAY = Duration.ofSeconds(5);

    /** The fault after which the line did not come back; what follows could only wait in vain. */
    private @Nullable Fault stillstand;

    private TheLine line;
    private RunCycle run;

    @BeforeAll
    void startALine(@TempDir Path data) {
        line = TheLine.beside(StackConfig.of(TheLine.checkout()).withData(data).withPorts(Ports.free()));
        run = new RunCycle(line.stack(), SUSPENDED, AWAY, REPORTS_PER_SECOND);
    }

    @AfterAll
    void stopIt() {
        line.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "KILL_POSTGRES",
                "KILL_KAFKA",
                "SUSPEND_INTAKE",
                "SUSPEND_CLASSIFICATION",
                "SUSPEND_INCIDENCE",
                "SUSPEND_REPORTING",
                "KAFKA_AWAY",
                "POSTGRES_AWAY",
                "WIPE_STATE",
                "REPEAT_RECORDS",
                "POISON"
            })
    void nothingIsLostDoubledOrCountedWrongly(Fault fault) throws Exception {
        assertThat(stillstand).as("after which the line did not come back").isNull();
        RunCycle.Outcome outcome;
        try {
            outcome = run.run("journey", fault.ordinal() + 1, SEED, fault);
        } catch (Exception notBack) {
            stillstand = fault;
            System.out.printf("%s: %s%n%s%n", fault, notBack, line.tails());
            throw notBack;
        }

        System.out.println(outcome.text());
        assertThat(outcome.isWell()).as(outcome.text()).isTrue();
        assertThat(outcome.cycle().acknowledged()).isGreaterThan(20);
        assertThat(outcome.cycle().cuts()).isPositive();
    }
}
