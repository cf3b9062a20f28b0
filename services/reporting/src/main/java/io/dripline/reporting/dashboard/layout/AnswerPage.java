package io.dripline.reporting.dashboard.layout;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Pages as answers. */
public final class AnswerPage {

    private AnswerPage() {}

    /** A page that only asks. @param status 200, or what a refusal says */
    public static Response plain(int status, TemplateInstance page) {
        return page(status, page).build();
    }

    /** A page whose forms change something. @param status 200, or what a refusal says */
    public static Response withForms(int status, TemplateInstance page) {
        return page(status, page)
                // A form that is sent says where it comes from only to where its page's policy lets it: to this origin
                // alone.
                .header("Referrer-Policy", "same-origin")
                .build();
    }

    private static Response.ResponseBuilder page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render());
    }
}
