package io.dripline.local.deadletters;

/** A dead letter and what is to become of it. */
record Judged(Letter letter, Verdict verdict) {}
