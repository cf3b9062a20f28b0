package io.dripline.reporting.dashboard.layout;

import io.dripline.reporting.database.AnswerDatabaseFailures;
import io.dripline.reporting.database.DatabaseAway;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.JdbiException;

/** What a page says where it cannot show what was asked for. */
public final class AnswerAway {

    private AnswerAway() {}

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance away(int retryAfter);
    }

    /** While the database is away a page that tries again; any other failure is a defect and a problem document. */
    public static Response answer(JdbiException e) {
        return DatabaseAway.isBehind(e)
                ? Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Templates.away(DatabaseAway.RETRY_AFTER_SECONDS).render())
                        .build()
                : AnswerDatabaseFailures.problem(e);
    }
}
