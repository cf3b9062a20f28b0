package io.dripline.reporting.dashboard.report;

import java.util.List;

/** A file of which nothing was reported, because it cannot be read as what was expected. The message is for whoever sent it. */
final class FileRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> particulars;

    FileRefusedException(String message) {
        this(message, List.of());
    }

    /** @param particulars each thing that is wrong, in a sentence */
    FileRefusedException(String message, List<String> particulars) {
        super(message);
        this.particulars = List.copyOf(particulars);
    }

    List<String> particulars() {
        return particulars;
    }
}
