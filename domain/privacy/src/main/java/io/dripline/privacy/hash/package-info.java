/** Hashes that nobody can make who has no secret, for what is found without being stored. */
@NullMarked
package io.dripline.privacy.hash;

import org.jspecify.annotations.NullMarked;
