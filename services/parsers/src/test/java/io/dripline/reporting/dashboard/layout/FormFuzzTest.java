package io.dripline.reporting.dashboard.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.Refusals;
import java.io.ByteArrayInputStream;
import java.util.Set;

/** What a page's form sends is read, or refused with a 4xx. */
class FormFuzzTest {

    private static final Set<String> FIELDS = Set.of("version", "assessment", "reason");

    @FuzzTest
    void form(byte[] body) throws Exception {
        Form form = Refusals.read(
                () -> Form.read("application/x-www-form-urlencoded", new ByteArrayInputStream(body), FIELDS));
        if (form != null) {
            assertThat(form.fields().keySet()).isSubsetOf(FIELDS);
            assertThat(form.text("reason")).doesNotContain("\n", "\r");
        }
    }
}
