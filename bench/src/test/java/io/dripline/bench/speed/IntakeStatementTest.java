package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeStatementTest {

    @SuppressWarnings("unused") // read from the class file
    private static final String STATEMENT = """
            insert into session_version
            select ?""";

    @Test
    void readsWhatAClassGivesAConstant() throws IOException {
        assertThat(IntakeStatement.constant(code(), "STATEMENT")).isEqualTo("insert into session_version\nselect ?");
    }

    @Test
    void namesAConstantThatThereIsNot() {
        assertThatThrownBy(() -> IntakeStatement.constant(code(), "INSERT"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected a constant INSERT in io/dripline/bench/speed/IntakeStatementTest");
    }

    @Test
    void saysWhereAPackagedIntakeIsMissing(@TempDir Path checkout) {
        assertThatThrownBy(() -> IntakeStatement.of(checkout))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("services/intake/target/quarkus-app");
    }

    private static byte[] code() throws IOException {
        try (InputStream code =
                Objects.requireNonNull(IntakeStatementTest.class.getResourceAsStream("IntakeStatementTest.class"))) {
            return code.readAllBytes();
        }
    }
}
