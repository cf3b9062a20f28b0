package io.dripline.reporting.incidence;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that trying again will not help, and why. */
record Refused(ConsumerRecord<byte[], byte[]> record, RuntimeException failure) {}
