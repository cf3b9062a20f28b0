package io.dripline.reporting.topic;

/** The topic that is followed is gone; another has, or may get, its name. */
public final class TopicMadeAnewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicMadeAnewException(String topic) {
        super(topic + " was made anew");
    }
}
