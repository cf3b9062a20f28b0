package io.dripline.coding.nearest;

/** Turns words into a vector whose direction is their meaning. Implementations are thread-safe. */
interface SentenceModel {

    /** Names the model and its version: vectors of different models have nothing in common. */
    String name();

    int dimensions();

    /** @return a unit vector, as far as the words of one event fill it; longer texts are cut */
    float[] vector(String text);
}
