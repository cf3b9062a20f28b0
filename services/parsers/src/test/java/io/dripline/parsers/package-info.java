/** What the targets of the parsers share. Each target stands in the package of what it tries, which need not be public for it. */
package io.dripline.parsers;
