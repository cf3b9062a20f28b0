package io.dripline.incidence.count;

/**
 * A store contradicts itself: the counts of a cell do not hold what its patients' sessions were counted for. The record
 * that brought it to light is good, so it is not refused; counting stops until someone has seen to it.
 */
public final class WrongStoreException extends RuntimeException {

    /** @param generation whose counts are wrong */
    public WrongStoreException(int generation, int shard, RuntimeException contradiction) {
        super(
                ("Partition %d: the stored counts of generation %d are wrong, and nothing more is counted on top of them;"
                                + " no record is lost. Set dripline.incidence.generation to %d to count anew: %s")
                        .formatted(shard, generation, generation + 1, contradiction.getMessage()),
                contradiction);
    }
}
