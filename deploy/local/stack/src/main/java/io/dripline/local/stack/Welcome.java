package io.dripline.local.stack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How to sign in and how to post a first session, to be copied from the terminal. */
final class Welcome {

    private Welcome() {}

    static String text(StackConfig config) {
        return text(config, Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(2, ChronoUnit.HOURS));
    }

    /** The text with a session that started at a given time. */
    static String text(StackConfig config, Instant startedAt) {
        // The time within the reference: data is kept, and a reference is taken once.
        return """
                Sign in at %s as officer (password local-officer) or auditor (local-auditor),
                or as a clinic's nurse-north, nurse-south or nurse-east (local-nurse-north and so on).

                Post a first session as the clinic clinic-north:

                  TOKEN=$(curl -s %s/protocol/openid-connect/token \\
                    -d grant_type=client_credentials -d client_id=clinic-north -d client_secret=local-clinic-north \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                  curl -i %s/sessions -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{
                    "reference": "first-session-%s", "patient": "P-0001", "previouslyTreated": "NO",
                    "startedAt": "%s", "route": "INTRAVENOUS", "ascertainment": "CHECKLIST",
                    "adverseEvents": [ { "verbatim": "felt floaty, out of my body" } ] }'

                Ctrl-C stops everything and keeps the data.
                """.formatted(
                config.address(Part.REPORTING), config.issuer(), config.address(Part.INTAKE), startedAt, startedAt);
    }
}
