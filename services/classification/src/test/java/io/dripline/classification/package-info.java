/** The service under test: with the real PostgreSQL, a real broker, and tokens of its own issuer. */
@NullMarked
package io.dripline.classification;

import org.jspecify.annotations.NullMarked;
