package io.dripline.reporting.dashboard.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    private static final String ENCODED = "application/x-www-form-urlencoded";

    @Test
    void readsWhatABrowserSends() {
        Form form = read(ENCODED + ";charset=UTF-8", "version=3&reason=Ein+Gr%C3%BCnd%0D%0Amit+%26+Zeile");

        assertThat(form.text("version")).isEqualTo("3");
        assertThat(form.text("reason")).isEqualTo("Ein Gründ mit & Zeile");
        assertThat(form.text("assessment")).isEmpty();
    }

    @Test
    void readsWhatMayBeTickedSeveralTimes() {
        Form form = Form.read(
                ENCODED,
                new ByteArrayInputStream("term=a&reason=&term=b".getBytes(UTF_8)),
                Set.of("term", "reason"),
                Set.of("term"));

        assertThat(form.all("term")).containsExactly("a", "b");
        assertThat(form.all("reason")).containsExactly("");
        assertThat(form.all("version")).isEmpty();
    }

    @Test
    void anEmptyFormHasNothing() {
        assertThat(read(ENCODED, "").fields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, {}, 415",
        ", version=1, 415",
        "application/x-www-form-urlencoded, version=1&version=2, 400",
        "application/x-www-form-urlencoded, other=1, 400",
        "application/x-www-form-urlencoded, version=%zz, 400"
    })
    void refusesWhatNoFormOfOursSends(@Nullable String type, String body, int status) {
        assertThatThrownBy(() -> read(type, body))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(status));
    }

    private static Form read(@Nullable String type, String body) {
        return Form.read(type, new ByteArrayInputStream(body.getBytes(UTF_8)), Set.of("version", "reason"));
    }
}
