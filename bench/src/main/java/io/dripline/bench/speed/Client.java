package io.dripline.bench.speed;

import java.io.IOException;
import java.sql.SQLException;

/** One of those who ask at the same time, over a connection of its own. Used by one thread at a time. */
interface Client extends AutoCloseable {

    /**
     * Asks once and waits for the answer.
     *
     * @throws IllegalStateException if it is another one than expected
     */
    void ask() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
}
