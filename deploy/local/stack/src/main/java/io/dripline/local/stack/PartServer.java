package io.dripline.local.stack;

import java.util.function.Consumer;

/** One part as a process that is ready once started. */
interface PartServer {

    /**
     * Starts the process and returns once it is ready to serve.
     *
     * @param launched told of the process as soon as there is one, before it is ready
     * @throws StackFailure if it is not
     */
    ProcessHandle start(Consumer<ProcessHandle> launched) throws InterruptedException;

    /** Ends the process in an orderly way, by force if it does not follow. Does nothing if it does not run. */
    void stop();

    /** Ends the process at once, as a crash would. Does nothing if it does not run. */
    void kill();
}
