package io.dripline.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumsTest {

    @TempDir
    private Path backup;

    @BeforeEach
    void aBackup() throws Exception {
        Files.createDirectories(backup.resolve("postgres/base"));
        Files.writeString(backup.resolve("postgres/base/1"), "abc");
        Files.writeString(backup.resolve("postgres/PG_VERSION"), "18");
        Sums.write(backup);
    }

    @Test
    void haveTheFormOfSha256sum() throws Exception {
        assertThat(Files.readString(backup.resolve(Sums.FILE)))
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  postgres/base/1\n");
    }

    @Test
    void agreeWithWhatWasNotTouched() {
        assertThatCode(() -> Sums.check(backup)).doesNotThrowAnyException();
    }

    @Test
    void nameWhatIsMissing() throws Exception {
        Files.delete(backup.resolve("postgres/base/1"));

        assertThatThrownBy(() -> Sums.check(backup))
                .isInstanceOf(BackupFailure.class)
                .hasMessage("the backup lacks postgres/base/1, which SHA256SUMS names");
    }

    @Test
    void nameWhatWasChanged() throws Exception {
        Files.writeString(backup.resolve("postgres/base/1"), "abd");

        assertThatThrownBy(() -> Sums.check(backup))
                .isInstanceOf(BackupFailure.class)
                .hasMessageStartingWith("the backup is damaged: postgres/base/1 has SHA-256 ");
    }

    @Test
    void nameWhatWasAdded() throws Exception {
        Files.writeString(backup.resolve("postgres/base/2"), "");

        assertThatThrownBy(() -> Sums.check(backup))
                .isInstanceOf(BackupFailure.class)
                .hasMessageStartingWith("the backup holds postgres/base/2, which SHA256SUMS does not name");
    }

    @Test
    void areMissingWhereABackupWasNotTakenToItsEnd() throws Exception {
        Files.delete(backup.resolve(Sums.FILE));

        assertThatThrownBy(() -> Sums.check(backup))
                .isInstanceOf(BackupFailure.class)
                .hasMessageContaining("is no backup: it holds no SHA256SUMS");
    }
}
