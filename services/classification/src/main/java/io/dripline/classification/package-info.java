/** What holds for the whole service. */
@NullMarked
package io.dripline.classification;

import org.jspecify.annotations.NullMarked;
