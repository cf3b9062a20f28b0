/** What clinics post and what is missing, asked of intake for the person who is signed in, by their own token. */
@NullMarked
package io.dripline.reporting.posting;

import org.jspecify.annotations.NullMarked;
