package io.dripline.classification.review;

import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How much awaits a person's ruling, as metrics: along the index of what awaits, at the pace at which is looked at everything that
 * waits. Not a number while the database does not tell.
 */
@Singleton
class CountAwaiting implements LookRegularly.Look {

    /** What was ruled on waits for the worker only. */
    private static final String AWAITING = """
            select count(distinct key), count(*), extract(epoch from clock_timestamp() - min(received_at))
            from session_word
            where awaiting and not exists (select from ruled_words where ruled_words.key = session_word.key)""";

    private record Seen(double words, double sessions, double oldest) {

        static final Seen NOTHING = new Seen(Double.NaN, Double.NaN, Double.NaN);
    }

    private final DataSource dataSource;
    private final ProgressConfig config;
    private volatile Seen seen = Seen.NOTHING;
    private @Nullable LookRegularly looking;

    CountAwaiting(DataSource dataSource, ProgressConfig config, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.config = config;
        gauge(metrics, "words", null, "Different words that await a person's ruling", Seen::words);
        gauge(metrics, "sessions", null, "Times that active sessions hold such words", Seen::sessions);
        gauge(metrics, "oldest", "seconds", "Since the oldest report that holds such words came", Seen::oldest);
    }

    void start(@Observes StartupEvent started) {
        looking = new LookRegularly(config.interval(), List.of(this));
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looking != null) {
            looking.close();
        }
    }

    @Override
    public void look() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(AWAITING);
                ResultSet row = query.executeQuery()) {
            row.next();
            seen = new Seen(row.getLong(1), row.getLong(2), Math.max(0, row.getDouble(3)));
        } catch (SQLException | RuntimeException e) {
            seen = Seen.NOTHING;
            throw e;
        }
    }

    private void gauge(
            MeterRegistry metrics, String name, @Nullable String unit, String meaning, ToDoubleFunction<Seen> value) {
        Gauge.builder("dripline.reviews.awaiting." + name, this, me -> value.applyAsDouble(me.seen))
                .baseUnit(unit)
                .description(meaning)
                .register(metrics);
    }
}
