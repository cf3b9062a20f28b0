package io.dripline.reporting.completeness;

import io.dripline.contracts.tally.ClinicWeek;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.DeadLetters;
import io.dripline.reporting.topic.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Keeps clinic-weeks, with how far their topic was read, in one transaction. */
@ApplicationScoped
class ApplyClinicWeeks {

    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private final ClinicWeeks clinicWeeks;
    private final DeadLetters deadLetters;
    private final Clock clock;

    ApplyClinicWeeks(ClinicWeeks clinicWeeks, DeadLetters deadLetters, Clock clock) {
        this.clinicWeeks = clinicWeeks;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Applies a batch. What cannot be read goes to the dead letters, last of all: they are with the broker before the
     * database forgets where they lay, and none is sent while the database is away.
     *
     * @param topicId id of the topic that the records are from
     */
    void apply(Handle handle, String topicId, List<ConsumerRecord<byte[], byte[]>> records) {
        List<ClinicWeek> weeks = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                weeks.add(ReadClinicWeek.read(record));
            } catch (RuntimeException e) {
                refused.add(new Refused(record, e));
            }
        }
        handle.useTransaction(h -> {
            clinicWeeks.keep(h, weeks, clock.instant());
            offsets.advance(h, topicId, records);
            deadLetters.send(refused);
        });
    }

    /** Closes what is over by now; nobody publishes that time passes. */
    void closeWhatIsOver(Handle handle) {
        clinicWeeks.closeWhatIsOver(handle, clock.instant());
    }
}
