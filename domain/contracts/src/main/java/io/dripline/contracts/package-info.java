/** What crosses Kafka: the topics, their JSON, and nothing that acts. */
@NullMarked
package io.dripline.contracts;

import org.jspecify.annotations.NullMarked;
