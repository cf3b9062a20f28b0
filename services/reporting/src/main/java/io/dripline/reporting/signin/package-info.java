/** Whether whoever is sent to sign in would find anybody there. */
@NullMarked
package io.dripline.reporting.signin;

import org.jspecify.annotations.NullMarked;
