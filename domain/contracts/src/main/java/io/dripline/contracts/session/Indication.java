package io.dripline.contracts.session;

/** The pain for which ketamine was given. */
public enum Indication {
    NEUROPATHIC_PAIN,
    COMPLEX_REGIONAL_PAIN_SYNDROME,
    SPINAL_CORD_INJURY,
    FIBROMYALGIA,
    HEADACHE,
    ISCHAEMIC_PAIN,
    PHANTOM_LIMB_PAIN,
    LOW_BACK_PAIN,
    CANCER_PAIN,
    MIXED_PAIN,
    OTHER
}
