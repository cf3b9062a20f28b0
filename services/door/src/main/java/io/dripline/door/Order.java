package io.dripline.door;

/** Which filter comes before which: a higher number first. Those of Quarkus have 300 and less. */
final class Order {

    /** Before anybody answers, so that every answer has them. */
    static final int HEADERS = 3_000;

    /** What can be refused without a look at who asks. */
    static final int LIMITS = 2_000;

    private Order() {}
}
