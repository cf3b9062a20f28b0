package io.dripline.intake.session;

import io.dripline.intake.request.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Why a session is changed, as the header Reason says; kept in the audit trail. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /**
     * Reads the header, which may be UTF-8.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it is missing, too long or not a text
     */
    static String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.malformed("Reason", "expected the header to say why the session is changed");
        }
        String reason = decoded(header.strip());
        if (reason.length() > LONGEST || !PlainText.Validator.isPlain(reason, false)) {
            throw Refusal.malformed(
                    "Reason", "expected at most %d characters, none of them a control character".formatted(LONGEST));
        }
        return reason;
    }

    /** Header bytes arrive as one character each. */
    private static String decoded(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return header;
        }
    }
}
