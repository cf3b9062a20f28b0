/** PostgreSQL, Kafka, Keycloak and the services as processes of one machine: started, watched, stopped. */
@NullMarked
package io.dripline.local.stack;

import org.jspecify.annotations.NullMarked;
