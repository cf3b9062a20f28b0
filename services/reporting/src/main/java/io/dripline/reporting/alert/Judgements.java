package io.dripline.reporting.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The last judgement of each monitor. */
@ApplicationScoped
public class Judgements {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The judgements of monitors, by monitor; one that was never judged is left out. */
    public Map<String, Judgement> of(Handle handle, Collection<String> monitors) {
        Map<String, Judgement> judgements = new HashMap<>();
        handle.createQuery("select monitor, judged_at, ln_e, weeks::text from judgement where monitor = any(:monitors)")
                .bindArray("monitors", String.class, List.copyOf(monitors))
                .map((row, context) -> read(row))
                .forEach(judgement -> judgements.put(judgement.monitor(), judgement));
        return judgements;
    }

    /** By monitor a mark that is another one, and never one of before, with each of its judgements. */
    public Map<String, String> marks(Handle handle) {
        return handle.createQuery("select monitor, mark::text as mark from judgement")
                .reduceRows(new HashMap<>(), (marks, row) -> {
                    marks.put(row.getColumn("monitor", String.class), row.getColumn("mark", String.class));
                    return marks;
                });
    }

    void keep(Handle handle, List<Judgement> judgements) {
        var batch = handle.prepareBatch("""
                insert into judgement (monitor, judged_at, ln_e, weeks) values (:monitor, :judgedAt, :lnE, :weeks::json)
                on conflict (monitor) do update
                   set judged_at = excluded.judged_at, ln_e = excluded.ln_e, weeks = excluded.weeks
                """);
        // In one order, so that two writers cannot wait for one another.
        judgements.stream()
                .sorted(Comparator.comparing(Judgement::monitor))
                .forEach(judgement -> batch.bind("monitor", judgement.monitor())
                        .bind("judgedAt", judgement.judgedAt().atOffset(ZoneOffset.UTC))
                        .bind("lnE", judgement.lnE())
                        .bind("weeks", write(judgement.weeks()))
                        .add());
        batch.execute();
    }

    void forget(Handle handle, Collection<String> monitors) {
        handle.createUpdate("""
                        delete from judgement
                         where monitor in (select monitor from judgement where monitor = any(:monitors)
                                            order by monitor collate "C" for update)
                        """)
                .bindArray("monitors", String.class, List.copyOf(monitors))
                .execute();
    }

    private static Judgement read(ResultSet row) throws SQLException {
        return new Judgement(
                row.getString("monitor"),
                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                row.getObject("ln_e", Double.class),
                readWeeks(row.getString("weeks")));
    }

    private static List<JudgedWeek> readWeeks(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<JudgedWeek>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("weeks of a judgement are not readable: " + json, e);
        }
    }

    private static String write(List<JudgedWeek> weeks) {
        try {
            return JSON.writeValueAsString(weeks);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("weeks cannot be written: " + weeks, e);
        }
    }
}
