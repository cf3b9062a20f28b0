package io.dripline.incidence.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the memory of all stores together: RocksDB's defaults would take up to 100 MB for each of the two
 * stores of each partition. Write buffers are charged to the same cache as blocks, indexes and filters.
 */
public final class BoundMemory implements RocksDBConfigSetter {

    /** Bytes for everything that RocksDB keeps in memory in this process; the first store to open decides. */
    public static final String CACHE = "dripline.incidence.rocksdb-cache";

    /** Bytes of a store's write buffer, after which it is written to a file. */
    public static final String WRITE_BUFFER = "dripline.incidence.rocksdb-write-buffer";

    private static final String DEFAULT_CACHE = String.valueOf(48 << 20);
    private static final String DEFAULT_WRITE_BUFFER = String.valueOf(2 << 20);

    static {
        RocksDB.loadLibrary();
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared shared = Shared.of(bytes(configs, CACHE, DEFAULT_CACHE));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(shared.cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.writeBuffers);
        options.setWriteBufferSize(bytes(configs, WRITE_BUFFER, DEFAULT_WRITE_BUFFER));
        options.setMaxWriteBufferNumber(2);
    }

    /** The cache is every store's and lives as long as the process. */
    @Override
    public void close(String storeName, Options options) {}

    private static long bytes(Map<String, Object> configs, String key, String otherwise) {
        String text = configs.getOrDefault(key, otherwise).toString();
        try {
            long bytes = Long.parseLong(text);
            if (bytes >= 1 << 16) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": expected a number of bytes, found " + text, e);
        }
        throw new IllegalArgumentException(key + ": expected at least 65536 bytes, found " + text);
    }

    private static final class Shared {

        private static @Nullable Shared instance;

        private final Cache cache;
        private final WriteBufferManager writeBuffers;

        private Shared(long bytes) {
            cache = new LRUCache(bytes, -1, false, 0.1);
            writeBuffers = new WriteBufferManager(bytes / 2, cache);
        }

        static synchronized Shared of(long bytes) {
            if (instance == null) {
                instance = new Shared(bytes);
            }
            return instance;
        }
    }
}
