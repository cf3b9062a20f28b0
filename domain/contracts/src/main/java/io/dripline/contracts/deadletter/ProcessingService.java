package io.dripline.contracts.deadletter;

/**
 * Which build of which service refused a record.
 *
 * @param name e.g. {@code incidence}
 * @param version of its build, e.g. {@code 0.1.0}
 */
public record ProcessingService(String name, String version) {}
