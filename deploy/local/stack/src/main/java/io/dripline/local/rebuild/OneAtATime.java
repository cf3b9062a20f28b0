package io.dripline.local.rebuild;

import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Keeps two rebuilds from one stack. Ends with the process, however that ends. */
record OneAtATime(FileChannel channel) implements AutoCloseable {

    /** @throws RebuildFailure if another process holds it */
    static OneAtATime take(StackConfig config) {
        var file = config.data().resolve("run").resolve("rebuild.lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new RebuildFailure("another rebuild is under way on " + config.data());
            }
            return new OneAtATime(channel);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot lock " + file, unwritable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
