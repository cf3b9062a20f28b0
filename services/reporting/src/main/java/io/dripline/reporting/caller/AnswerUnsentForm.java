package io.dripline.reporting.caller;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets whose session had ended when a form was sent. A redirect to the sign-in would drop the form, and the
 * pages' policy lets none of them lead to another origin.
 */
final class AnswerUnsentForm {

    private AnswerUnsentForm() {}

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance unsent(String back);
    }

    /** Whether a page's form was sent, with a file or without, rather than something by a program with a token. */
    static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return request.method().equals(HttpMethod.POST)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)
                        || type.startsWith(MediaType.MULTIPART_FORM_DATA));
    }

    /** Says that nothing was sent, and leads through the sign-in to where the form is. */
    static Response answer(HttpServerRequest request) {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.unsent(back(request.getHeader("Referer"))).render())
                .build();
    }

    /** The path of the page that the form was on; the overview where no page of ours is told. */
    static String back(@Nullable String referer) {
        URI page;
        try {
            page = URI.create(referer == null ? "" : referer);
        } catch (IllegalArgumentException e) {
            return "/";
        }
        String path = page.getRawPath();
        // Two slashes would lead to a host.
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return "/";
        }
        return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    }
}
