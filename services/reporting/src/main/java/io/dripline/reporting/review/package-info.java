/** Words that wait for a person and what people ruled about them, as classification tells it and takes it. */
@NullMarked
package io.dripline.reporting.review;

import org.jspecify.annotations.NullMarked;
