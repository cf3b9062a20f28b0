package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person who signs in by the code flow, follows links and sends forms; runs no script. */
final class Browser {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieJar())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    /** The page at an address, after signing in where that is asked for. */
    Document signedIn(String address, String person, String password) {
        Document form = read(HttpRequest.newBuilder(URI.create(address)).build());
        Element login = form.selectFirst("form");
        assertThat(login).as("the sign-in form at " + form.location()).isNotNull();
        return read(form(login.absUrl("action"), "username", person, "password", password)
                .build());
    }

    Document open(String address) {
        return read(HttpRequest.newBuilder(URI.create(address)).build());
    }

    /** Sends a page's form with the values that it has and these, as a browser does from its own origin. */
    Document send(Element form, String... more) {
        List<String> fields = new ArrayList<>();
        form.select("input[type=hidden]").forEach(hidden -> fields.addAll(List.of(hidden.attr("name"), hidden.val())));
        fields.addAll(List.of(more));
        URI target = URI.create(form.absUrl("action"));
        return read(form(target.toString(), fields.toArray(String[]::new))
                .header("Origin", "%s://%s".formatted(target.getScheme(), target.getAuthority()))
                .header("Sec-Fetch-Site", "same-origin")
                .build());
    }

    private static HttpRequest.Builder form(String address, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    private Document read(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(answer.uri() + ": " + answer.body())
                    .isEqualTo(200);
            return Jsoup.parse(answer.body(), answer.uri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
