/** Other services, asked on behalf of whoever is signed in: with that person's own token, so that they decide who may and know who did. */
@NullMarked
package io.dripline.reporting.behalf;

import org.jspecify.annotations.NullMarked;
