package io.dripline.reporting.alert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Nothing to state: the token says who, and If-Match what was seen. */
@Schema(description = "An empty object, or no body at all")
record NewAcknowledgement() {}
