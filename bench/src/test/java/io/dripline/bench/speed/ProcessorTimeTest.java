package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.bench.speed.Usage.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    private static final Duration TICK = Duration.ofMillis(10);

    /** A line of a server whose command holds a bracket and a blank. */
    @Test
    void readsTheFieldsBehindTheCommand() {
        ProcStat stat = ProcStat.parse(
                "4711 (post) gres: x) S 1 4711 4711 0 -1 4194560 999 888 7 6 1200 34 560 7 20 0 1 0 123456 1 2 3\n");

        assertThat(stat).isEqualTo(new ProcStat(1234, 567));
    }

    @Test
    void refusesALineThatIsNoneOfIt() {
        assertThatThrownBy(() -> ProcStat.parse("4711 (java) S 1 2 3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/proc/PID/stat");
    }

    @Test
    void tellsPostgresProcessesByTheirRole() {
        assertThat(LineProcesses.role("postgres: intake intake 127.0.0.1(51234) idle in transaction"))
                .isEqualTo("postgres intake");
        assertThat(LineProcesses.role("postgres: checkpointer")).isEqualTo("postgres");
        assertThat(LineProcesses.role("postgres: logical replication launcher")).isEqualTo("postgres");
    }

    @Test
    void whatEndedOfPostgresIsCountedOnceInAll() {
        Part server = new Part("postgres", 1);
        Part intake = new Part("postgres intake", 1);
        Usage before = new Usage(Map.of(server, TICK.multipliedBy(5), intake, TICK.multipliedBy(40)));
        // Intake's connection used 10 more and ended; the server keeps its 50.
        Usage after = new Usage(Map.of(server, TICK.multipliedBy(5 + 50)));

        Map<String, Duration> between = after.since(before);

        assertThat(Usage.sum(between, name -> name.startsWith("postgres"))).isEqualTo(TICK.multipliedBy(10));
    }

    @Test
    void aServiceThatWasStartedAnewCountsFromItsStart() {
        Usage before = new Usage(Map.of(new Part("incidence", 7), TICK.multipliedBy(900)));
        Usage after = new Usage(Map.of(new Part("incidence", 8), TICK.multipliedBy(30)));

        assertThat(after.since(before)).isEqualTo(Map.of("incidence", TICK.multipliedBy(30)));
    }

    @Test
    void sharesAreOfEachReport() {
        Round round = new Round(
                1000,
                500,
                Map.of(
                        "intake",
                        Duration.ofMillis(700),
                        "postgres",
                        Duration.ofMillis(100),
                        "postgres intake",
                        Duration.ofMillis(400)));

        assertThat(round.intakeMillis()).isEqualTo(0.7);
        assertThat(round.databaseMillis()).isEqualTo(0.5);
    }

    @Test
    void postgresIsOneShareWhereConnectionsEnded() {
        Round round = new Round(
                1000,
                500,
                Map.of(
                        "kafka", Duration.ofMillis(20),
                        "postgres", Duration.ofMillis(900),
                        "postgres classification", Duration.ofMillis(-800),
                        "postgres intake", Duration.ofMillis(30)));

        assertThat(round.shares()).isEqualTo("kafka 0.02, postgres 0.13");
    }

    @Test
    void postgresIsToldApartByRoleWhereNoneEnded() {
        Round round = new Round(
                1000, 500, Map.of("postgres", Duration.ofMillis(100), "postgres intake", Duration.ofMillis(400)));

        assertThat(round.shares()).isEqualTo("postgres 0.10, postgres intake 0.40");
    }
}
