package io.dripline.reporting.incidence;

import org.jdbi.v3.core.Handle;

/**
 * Fired over and over while no cut is under way: the counts hold whole reports only, and stay as they are until every observer has
 * returned. For what is judged by the counts and is not due to a change of them.
 *
 * @param handle the connection that holds the consumer's lock, outside any transaction
 */
public record CountsAtRest(Handle handle) {}
