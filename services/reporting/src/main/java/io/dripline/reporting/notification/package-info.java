/**
 * Telling people by e-mail and webhook. Deliveries are rows, made from the committed versions of alerts and from digests; each
 * recipient has a worker of its own, so that one that hangs delays nothing else.
 */
@NullMarked
package io.dripline.reporting.notification;

import org.jspecify.annotations.NullMarked;
