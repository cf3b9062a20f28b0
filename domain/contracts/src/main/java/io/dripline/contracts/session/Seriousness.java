package io.dripline.contracts.session;

/** ICH E2A criteria that make an event serious. */
public enum Seriousness {
    DEATH,
    LIFE_THREATENING,
    HOSPITALISATION,
    DISABILITY,
    CONGENITAL_ANOMALY,
    MEDICALLY_IMPORTANT
}
