package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealers beside a service: one at a time, and their heads. */
class SealerTest {

    private static Installation installation;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.start();
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
    }

    @Test
    void oneSealsAndTheOtherTakesOverWithItsHeadWritten() throws Exception {
        Path heads = directory.resolve("kept/heads.log");
        try (Sealer first = sealer(Ledgers.REPORTING, heads);
                Sealer second = sealer(Ledgers.REPORTING, heads)) {
            first.start();
            await().until(() -> first.status().active());
            second.start();
            StoredRows.write(installation, Ledgers.REPORTING, 1);
            await().until(() -> first.status().sealed() > 80);
            assertThat(second.status().active()).isFalse();
            assertThat(first.status().changeable()).isEmpty();

            first.close();
            StoredRows.write(installation, Ledgers.REPORTING, 2);

            await().until(() -> second.status().active() && second.status().sealed() > 80);
            second.close();
            assertThat(Head.parse(Files.readAllLines(heads).getLast()))
                    .isEqualTo(second.head().orElseThrow());
        }
    }

    @Test
    void aRoleThatMayChangeWhatIsSealedIsTold() throws Exception {
        try (Connection owner = installation.asOwner(Ledgers.INTAKE);
                Sealer sealer = sealer(Ledgers.INTAKE, directory.resolve("heads"))) {
            Installation.execute(owner, "grant update on tally to intake");
            try {
                sealer.start();

                await().until(() -> sealer.status().active());
                assertThat(sealer.status().changeable()).containsExactly("tally");
            } finally {
                Installation.execute(owner, "revoke update on tally from intake");
            }
        }
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> LedgerKey.of("too short"))
                .hasMessage("dripline.ledger.key: expected at least 32 bytes as base64 or text, found 9");
    }

    @Test
    void aLineThatHoldsNoHeadIsRefused() {
        assertThatThrownBy(() -> Head.parse("head intake 0 nothing")).hasMessageContaining("expected 'head', a ledger");
    }

    private static Sealer sealer(Ledger ledger, Path heads) {
        return new Sealer(installation.serviceOf(ledger), ledger, new LedgerConfig() {
            @Override
            public String key() {
                return "a key of tests, long enough for it";
            }

            @Override
            public int batchSize() {
                return 10;
            }

            @Override
            public Duration interval() {
                return Duration.ofMillis(20);
            }

            @Override
            public Duration headInterval() {
                return Duration.ofMillis(100);
            }

            @Override
            public Optional<Path> headFile() {
                return Optional.of(heads);
            }
        });
    }
}
