/** What the words of statistics on the pages mean. */
@NullMarked
package io.dripline.reporting.dashboard.glossary;

import org.jspecify.annotations.NullMarked;
