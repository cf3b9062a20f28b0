package io.dripline.reporting;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.tally.ClinicDay;
import io.dripline.contracts.tally.ClinicWeek;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Records of the clinic-weeks' topic. */
public final class ClinicWeekRecords {

    private ClinicWeekRecords() {}

    /** A week of which all happened on its Monday; the other days agree that nothing did. */
    public static ClinicWeek week(String clinic, String week, long version, @Nullable Integer performed, int posted) {
        List<ClinicDay> days = new ArrayList<>(Collections.nCopies(7, new ClinicDay(0, 0)));
        days.set(0, new ClinicDay(performed, posted));
        return new ClinicWeek(ContractJson.SCHEMA, clinic, IsoWeek.parse(week), version, days);
    }

    public static ConsumerRecord<byte[], byte[]> incoming(ClinicWeek week) {
        return new ConsumerRecord<>(Topics.CLINIC_WEEKS, 0, 0, key(week), ContractJson.write(week));
    }

    /** Publishes as intake does. */
    public static void publish(ClinicWeek... weeks) {
        for (ClinicWeek week : weeks) {
            publish(new ProducerRecord<>(Topics.CLINIC_WEEKS, key(week), ContractJson.write(week)));
        }
    }

    public static void publish(ProducerRecord<byte[], byte[]> record) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            var _ = producer.send(record);
        }
    }

    private static byte[] key(ClinicWeek week) {
        return ClinicWeek.key(week.clinic(), week.week()).getBytes(StandardCharsets.UTF_8);
    }
}
