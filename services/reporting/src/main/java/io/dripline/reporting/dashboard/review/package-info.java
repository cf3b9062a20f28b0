/** Coding review: the words that wait for a person, the person's ruling about them, and rulings that were given. */
@NullMarked
package io.dripline.reporting.dashboard.review;

import org.jspecify.annotations.NullMarked;
