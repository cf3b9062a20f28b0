package io.dripline.contracts.coding;

/** How the words became a term. */
public enum CodingMethod {
    EXACT,
    INFLECTED,
    SPELLING,
    SYNONYM,
    LEXICON,
    TOKEN_SET,
    NUMERIC_RULE,
    NEAREST,
    RULING,
    /** The words are a lowest-level term of the licensee's MedDRA, and no wording of the open vocabularies. */
    MEDDRA
}
