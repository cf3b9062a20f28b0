package io.dripline.local.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;

/** Bearer tokens of one caller, renewed well before they expire. */
public final class Tokens {

    private final Http http;
    private final URI endpoint;
    private final String form;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    private Tokens(Http http, String issuer, String form) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.form = form;
    }

    /** Of a clinic's own system, with the secret that the local realm gives it. */
    public static Tokens ofClinic(Http http, String issuer, String clinic) {
        return new Tokens(
                http,
                issuer,
                "grant_type=client_credentials&client_id=%s&client_secret=local-%s".formatted(clinic, clinic));
    }

    /** Of a person of the local realm, which lets its command line client use passwords. */
    public static Tokens ofPerson(Http http, String issuer, String person) {
        return new Tokens(
                http,
                issuer,
                "grant_type=password&client_id=dripline-cli&username=%s&password=local-%s".formatted(person, person));
    }

    /** A request with a token that is valid for some time. */
    public synchronized HttpRequest.Builder request(String address) {
        if (!Instant.now().isBefore(renewAt)) {
            JsonNode granted = http.read(http.send(HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))));
            token = granted.path("access_token").asText();
            renewAt = Instant.now()
                    .plus(Duration.ofSeconds(granted.path("expires_in").asLong() / 2));
        }
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }
}
