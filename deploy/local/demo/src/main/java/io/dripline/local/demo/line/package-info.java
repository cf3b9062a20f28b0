/** The running line as clinics and auditors see it: its public API, with tokens of the local realm. */
@NullMarked
package io.dripline.local.demo.line;

import org.jspecify.annotations.NullMarked;
