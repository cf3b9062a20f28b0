package io.dripline.local.demo;

/** Lends the default seed to the tests of the other packages. */
public final class DefaultSeed {

    public static final long VALUE = Demo.SEED;

    private DefaultSeed() {}
}
