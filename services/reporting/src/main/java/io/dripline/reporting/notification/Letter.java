package io.dripline.reporting.notification;

/**
 * A mail as a person reads it, twice: as plain text and as HTML.
 *
 * @param subject one line
 */
record Letter(String subject, String text, String html) {

    Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
