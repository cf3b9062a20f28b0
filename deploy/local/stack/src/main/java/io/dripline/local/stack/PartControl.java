package io.dripline.local.stack;

/** Starts and stops single parts of a stack that runs. */
public interface PartControl {

    /**
     * Starts a part that has ended and returns when it is ready.
     *
     * @throws StackFailure if it did not start or its port is in use
     */
    void start(Part part);

    /** Ends a part in an orderly way; does nothing if it does not run. */
    void stop(Part part);
}
