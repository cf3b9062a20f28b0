package io.dripline.local.recount;

import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;

/** Where a service keeps its record, and as whom to read it. */
public record Database(String url, String user, String password) {

    /** The database of a service of this stack. */
    public static Database of(StackConfig config, Part part) {
        return new Database(config.jdbcUrl(part), part.id(), "local-" + part.id());
    }
}
