package io.dripline.reporting.topic;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that trying again will not help, and why. */
public record Refused(ConsumerRecord<byte[], byte[]> record, RuntimeException failure) {}
