/** What all pages have in common: the frame around them, how figures and names are written, and how one rendering serves many. */
@NullMarked
package io.dripline.reporting.dashboard.layout;

import org.jspecify.annotations.NullMarked;
