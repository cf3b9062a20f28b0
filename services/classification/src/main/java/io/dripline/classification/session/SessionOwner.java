package io.dripline.classification.session;

/** Whose session it is: neither clinic nor patient of a session ever changes. */
record SessionOwner(String clinic, String patient) {}
