package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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

    /** It would seal with the genuine key what was put in the place of the rows. */
    @Test
    void aSealerWhoseChainWasCutStaysStoppedAndLetsNoOtherGoOn() throws Exception {
        Path heads = directory.resolve("heads");
        try (Sealer sealer = sealer(Ledgers.CLASSIFICATION, heads);
                Sealer standby = sealer(Ledgers.CLASSIFICATION, directory.resolve("none"))) {
            sealer.start();
            StoredRows.write(installation, Ledgers.CLASSIFICATION, 1);
            await().until(() -> Files.exists(heads)
                    && Files.readString(heads).contains("head classification " + sealed(Ledgers.CLASSIFICATION)));
            standby.start();
            try (Connection administrator = installation.asAdministrator(Ledgers.CLASSIFICATION)) {
                Installation.execute(administrator, "delete from ledger_seal where position > 1");
            }

            await().untilAsserted(() ->
                    assertThat(sealer.status().failure()).contains("the chain of classification ends at"));
            await().during(Duration.ofMillis(500))
                    .until(() -> sealer.status().failure() != null
                            && !sealer.status().active()
                            && !standby.status().active());
            assertThat(sealed(Ledgers.CLASSIFICATION)).isEqualTo("1");
        }

        try (Sealer restarted = sealer(Ledgers.CLASSIFICATION, heads)) {
            restarted.start();

            await().untilAsserted(() -> assertThat(restarted.status().failure())
                    .contains("ends at 1, but a head of")
                    .contains("was kept"));
            assertThat(sealed(Ledgers.CLASSIFICATION)).isEqualTo("1");
        }
        try (Sealer without = sealer(Ledgers.CLASSIFICATION, directory.resolve("set aside"))) {
            without.start();

            await().until(() -> without.status().sealed() > 1);
        }
    }

    /** An instance that was not given the newest key would seal on with a former one, which verifying takes for a forger's. */
    @Test
    void whoLacksTheKeyOfTheLastSealLeavesSealingToWhoHasIt() throws Exception {
        Path heads = directory.resolve("heads");
        StoredRows.write(installation, Ledgers.INTAKE, 1);
        try (Sealer rotated = sealer(Ledgers.INTAKE, heads, "a key that followed, long enough for it too")) {
            rotated.start();
            await().until(() -> rotated.status().sealed() > 1);
        }
        StoredRows.write(installation, Ledgers.INTAKE, 2);
        String before = sealed(Ledgers.INTAKE);
        try (Sealer behind = sealer(Ledgers.INTAKE, heads);
                Sealer rotated = sealer(Ledgers.INTAKE, heads, "a key that followed, long enough for it too")) {
            behind.start();
            await().until(() -> behind.status().failure() != null);
            assertThat(behind.status().active()).isFalse();
            assertThat(sealed(Ledgers.INTAKE)).isEqualTo(before);

            rotated.start();

            await().until(() -> rotated.status().sealed() > 1);
        }
    }

    @Test
    void theLastHeadOfAFileIsReadWhateverIsCutOff() throws Exception {
        Head head = Head.parse(
                "head intake 8 " + "0f".repeat(32) + " 2026-11-22T09:00:00Z " + "1a".repeat(32) + " tally x");
        Path file = directory.resolve("heads");
        Files.writeString(
                file,
                (head.line() + "\n").repeat(1000)
                        + head.line().replace(" 8 ", " 9 ") + "\n"
                        + head.line().replace("intake 8", "reporting 10") + "\n"
                        + "head intake 11 0f0f");

        assertThat(new ExportHeads(Optional.of(file), Duration.ZERO).last(Ledgers.INTAKE))
                .hasValueSatisfying(last -> assertThat(last.position()).isEqualTo(9));
        assertThat(new ExportHeads(Optional.of(directory.resolve("none")), Duration.ZERO).last(Ledgers.INTAKE))
                .isEmpty();
    }

    private static String sealed(Ledger ledger) throws SQLException {
        try (Connection connection = installation.asService(ledger)) {
            return Installation.ask(connection, "select coalesce(max(position), 0) from ledger_seal");
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
                .hasMessage(
                        "a key of the ledger (dripline.ledger.key, dripline.ledger.later-keys): expected at least 32 bytes as base64 or text, found 9");
    }

    @Test
    void aLineThatHoldsNoHeadIsRefused() {
        assertThatThrownBy(() -> Head.parse("head intake 0 nothing")).hasMessageContaining("expected 'head', a ledger");
    }

    private static Sealer sealer(Ledger ledger, Path heads, String... laterKeys) {
        return new Sealer(installation.serviceOf(ledger), ledger, new LedgerConfig() {
            @Override
            public String key() {
                return "a key of tests, long enough for it";
            }

            @Override
            public Optional<List<String>> laterKeys() {
                return Optional.of(List.of(laterKeys));
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
