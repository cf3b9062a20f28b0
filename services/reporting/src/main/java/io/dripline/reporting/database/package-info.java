/** The way to PostgreSQL. */
@NullMarked
package io.dripline.reporting.database;

import org.jspecify.annotations.NullMarked;
