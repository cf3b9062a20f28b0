/** Whether what is stored is what was stored. */
@NullMarked
package io.dripline.local.audit;

import org.jspecify.annotations.NullMarked;
