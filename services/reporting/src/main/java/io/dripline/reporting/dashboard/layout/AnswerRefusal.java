package io.dripline.reporting.dashboard.layout;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is answered where a page refuses: words to a person, a problem document to whoever did not ask for a page. */
public final class AnswerRefusal {

    private AnswerRefusal() {}

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance refusal(String title, String detail);
    }

    /** The answer to somebody who sent these headers. */
    public static Response answer(HttpProblem problem, HttpHeaders asked) {
        if (!wantsAPage(asked)) {
            return problem.toResponse();
        }
        String title = problem.getTitle() == null ? "Refused" : problem.getTitle();
        String detail = problem.getDetail() == null ? "" : problem.getDetail();
        return Response.status(problem.getStatusCode())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.refusal(title, detail).render())
                .build();
    }

    /** Whether words are asked for, as a browser does. */
    static boolean wantsAPage(HttpHeaders asked) {
        return asked.getAcceptableMediaTypes().stream()
                .anyMatch(type ->
                        type.getType().equals("text") && type.getSubtype().equals("html"));
    }
}
