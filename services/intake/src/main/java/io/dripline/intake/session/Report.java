package io.dripline.intake.session;

/**
 * A first version that may be stored.
 *
 * @param session its patient is a new one, unless the store knows {@code codeHash}
 * @param codeHash by what the patient is found
 * @param formerHash the content's hash as it was made while it named the patient, by which reports of that time are recognised
 */
@SuppressWarnings("ArrayRecordComponent") // compared by whoever needs it, with MessageDigest
record Report(VersionedSession session, byte[] codeHash, byte[] formerHash) {}
