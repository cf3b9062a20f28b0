package io.dripline.contracts.session;

/** Contraindications named by the evidence review (Table 11). */
public enum Condition {
    UNCONTROLLED_CARDIOVASCULAR,
    PREGNANCY,
    ACTIVE_PSYCHOSIS,
    HEPATIC_SEVERE,
    HEPATIC_MODERATE,
    RAISED_INTRACRANIAL_PRESSURE,
    RAISED_INTRAOCULAR_PRESSURE,
    SUBSTANCE_ABUSE
}
