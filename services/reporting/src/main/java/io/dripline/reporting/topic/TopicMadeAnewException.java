package io.dripline.reporting.incidence;

/** The topic that is followed is gone; another has, or may get, its name. */
final class TopicMadeAnewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicMadeAnewException(String topic) {
        super(topic + " was made anew");
    }
}
