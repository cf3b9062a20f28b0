/** What three clinics that never were do and say, week by week: from a seed, without a clock or a network. */
@NullMarked
package io.dripline.local.demo.clinic;

import org.jspecify.annotations.NullMarked;
