/** What was counted at any time, asked of classification, which stores every coding of every session. */
@NullMarked
package io.dripline.reporting.past;

import org.jspecify.annotations.NullMarked;
