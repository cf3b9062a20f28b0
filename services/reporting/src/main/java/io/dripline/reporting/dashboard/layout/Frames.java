package io.dripline.reporting.dashboard.layout;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the frame around a page for whoever asks. */
@ApplicationScoped
public class Frames {

    /** The parts of the navigation. */
    public enum Part {
        OVERVIEW("/", "Overview"),
        MEASURES("/measures/ANY", "Measures"),
        ALERTS("/alerts", "Alerts"),
        CLINICS("/clinics", "Clinics"),
        BASELINES("/baselines", "Literature"),
        MONITORS("/monitors", "Monitors"),
        WHAT_IF("/what-if", "What if"),
        REVIEWS("/reviews", "Coding review"),
        AUDIT("/audit", "Audit"),
        REPORTS("/reports", "Periodic report"),
        CLINIC("/clinic", "Your clinic"),
        REPORT("/clinic/sessions/new", "Report a session"),
        UPLOAD("/clinic/sessions/upload", "Report a file"),
        GLOSSARY("/glossary", "Glossary");

        private final String href;
        private final String label;

        Part(String href, String label) {
            this.href = href;
            this.label = label;
        }
    }

    private static final List<Part> OF_OFFICERS_AND_AUDITORS = List.of(
            Part.OVERVIEW,
            Part.MEASURES,
            Part.ALERTS,
            Part.CLINICS,
            Part.BASELINES,
            Part.MONITORS,
            Part.WHAT_IF,
            Part.REVIEWS,
            Part.AUDIT,
            Part.REPORTS,
            Part.GLOSSARY);

    private static final List<Part> OF_CLINICS = List.of(Part.CLINIC, Part.REPORT, Part.UPLOAD, Part.GLOSSARY);

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    Frames(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** Around a page that keeps itself current. */
    public Frame live(String title, Part part) {
        return frame(title, part, true);
    }

    /** Around a page that stays as it is. */
    public Frame still(String title, Part part) {
        return frame(title, part, false);
    }

    private Frame frame(String title, Part current, boolean live) {
        List<Part> parts = identity.hasRole("safety-officer") || identity.hasRole("auditor")
                ? OF_OFFICERS_AND_AUDITORS
                : OF_CLINICS;
        return new Frame(
                title,
                parts.stream()
                        .map(part -> new NavItem(part.href, part.label, part == current))
                        .toList(),
                identity.getPrincipal().getName(),
                Theme.chosen(cookie()),
                live);
    }

    private @Nullable String cookie() {
        Cookie cookie = request.getCurrent().request().getCookie(Theme.COOKIE);
        return cookie == null ? null : cookie.getValue();
    }
}
