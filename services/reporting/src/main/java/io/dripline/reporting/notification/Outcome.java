package io.dripline.reporting.notification;

/** How a try ended. */
sealed interface Outcome {

    /** The recipient's server said that it took it. */
    record Delivered() implements Outcome {}

    /**
     * It did not, or did not say so in time.
     *
     * @param error one line without secrets
     */
    record Failed(String error) implements Outcome {

        private static final int LONGEST = 300;

        public Failed {
            String line = error.replaceAll("\\p{Cntrl}+", " ").strip();
            error = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
        }
    }
}
