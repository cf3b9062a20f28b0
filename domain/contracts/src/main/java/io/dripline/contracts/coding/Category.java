package io.dripline.contracts.coding;

/** The five systems of Yang et al. (evidence review, Table 9), and OTHER: coded, in none of the five. */
public enum Category {
    CNS,
    GI,
    CARDIOVASCULAR,
    HEPATIC,
    UROGENITAL,
    OTHER
}
