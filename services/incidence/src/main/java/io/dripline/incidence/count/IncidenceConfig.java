package io.dripline.incidence.count;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sessions are counted. */
@ConfigMapping(prefix = "dripline.incidence")
public interface IncidenceConfig {

    /**
     * The complete count that this service keeps, 1 or more. A higher one counts everything anew under an application
     * id of its own; it is called for when the measures or the course gap change.
     */
    @WithDefault("1")
    int generation();

    /** The longest time from the start of one session to the start of the next within a course, inclusive. */
    @WithDefault("PT72H")
    Duration courseGap();

    /** Bytes of memory for the stores of all partitions together, blocks and write buffers alike. */
    @WithDefault("50331648")
    long rocksdbCache();

    /** Bytes of one store's write buffer, 65536 or more, after which it is written to a file. */
    @WithDefault("2097152")
    long rocksdbWriteBuffer();
}
