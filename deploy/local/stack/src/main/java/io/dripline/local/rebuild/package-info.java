/** Wipes what was derived and fills it again from PostgreSQL, while the line goes on taking and showing. */
@NullMarked
package io.dripline.local.rebuild;

import org.jspecify.annotations.NullMarked;
