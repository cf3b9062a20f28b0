package io.dripline.reporting.incidence;

import io.dripline.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The incidence topic as the broker knows it. */
final class IncidenceTopic implements AutoCloseable {

    private final Admin admin;

    IncidenceTopic(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", "10000");
        settings.put("request.timeout.ms", "5000");
        admin = Admin.create(settings);
    }

    /** Its id, another one each time it is made; empty while it does not exist. */
    Optional<String> id() throws InterruptedException, ExecutionException {
        try {
            return admin.describeTopics(List.of(Topics.INCIDENCE)).allTopicNames().get().values().stream()
                    .map(topic -> topic.topicId().toString())
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
