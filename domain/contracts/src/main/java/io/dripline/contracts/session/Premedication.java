package io.dripline.contracts.session;

/** What was given before ketamine to soften its effects. */
public enum Premedication {
    MIDAZOLAM,
    CLONIDINE,
    OTHER_BENZODIAZEPINE,
    ANTIEMETIC,
    OTHER
}
