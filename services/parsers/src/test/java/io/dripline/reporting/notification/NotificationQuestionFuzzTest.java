package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.dripline.parsers.Asked;
import io.dripline.parsers.Refusals;

/** Whatever is asked of deliveries is a question, or is refused. */
class NotificationQuestionFuzzTest {

    @FuzzTest
    void question(byte[] asked) throws Exception {
        NotificationQuestion question = Refusals.read(() -> NotificationQuestion.read(Asked.parameters(asked)));
        if (question != null) {
            assertThat(question.limit()).isBetween(1, 200);
        }
    }
}
