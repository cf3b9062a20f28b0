package io.dripline.local.rebuild;

/** Whoever wants to know how a rebuild or a recoding goes on. */
public interface Progress {

    /** Another step begins, or something was reached. */
    void say(String sentence);

    /**
     * How much of what is to be done is done.
     *
     * @param share 0 to 1
     * @param figures the same in counts
     */
    void reached(double share, String figures);

    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void say(String sentence) {}

        @Override
        public void reached(double share, String figures) {}
    };
}
