package io.dripline.reporting.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The nulls of the figures: what follows from each, and what officers gave. Nothing is ever changed or taken back. */
@ApplicationScoped
public class BaselineNulls {

    private static final String LOCK = "hashtext('dripline.reporting.nulls')";
    private static final String SELECT = """
            select baseline, revision, p0, ascertainment, counted_over, overridden_ascertainment, overridden_counted_over,
                   basis, reason, decided_at, decided_by
              from baseline_null
            """;

    private record Given(String baseline, BaselineNull given) {}

    /**
     * Lets no other transaction give a null, or take one for a monitor, until this one ends: a monitor that is being made
     * would otherwise wait for a null that was being given.
     */
    public void hold(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(%s)".formatted(LOCK))
                .mapToMap()
                .one();
    }

    /** The null in force: the last one that an officer gave, else what follows from the figure; empty where there is none. */
    public Optional<BaselineNull> inForce(Handle handle, Baseline figure) {
        return of(figure, given(handle, figure.id())).stream().findFirst();
    }

    /** The nulls of figures, by figure, the one in force first and then the former ones; a figure without any is left out. */
    public Map<String, List<BaselineNull>> of(Handle handle, List<Baseline> figures) {
        Map<String, List<BaselineNull>> given =
                handle
                        .createQuery(SELECT + " order by baseline, revision desc")
                        .map((row, context) -> read(row))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Given::baseline, Collectors.mapping(Given::given, Collectors.toList())));
        return figures.stream()
                .filter(figure -> given.containsKey(figure.id())
                        || NullFromFigure.p0(figure).isPresent())
                .collect(Collectors.toMap(
                        Baseline::id, figure -> of(figure, given.getOrDefault(figure.id(), List.of()))));
    }

    /** The nulls in force that state how their events were counted, by figure; one that states nothing of it is left out. */
    public Map<String, BaselineNull> stating(Handle handle, List<Baseline> figures) {
        return of(handle, figures).entrySet().stream()
                .filter(entry -> !entry.getValue().getFirst().states().equals(EventCounting.UNSTATED))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    /** The nulls of one figure, the one in force first. */
    public List<BaselineNull> of(Handle handle, Baseline figure) {
        return of(figure, given(handle, figure.id()));
    }

    void append(Handle handle, String baseline, BaselineNull given) {
        handle.createUpdate("""
                        insert into baseline_null (baseline, revision, p0, ascertainment, counted_over,
                                                   overridden_ascertainment, overridden_counted_over, basis, reason,
                                                   decided_at, decided_by)
                        values (:baseline, :revision, :p0, :ascertainment, :window, :overriddenAscertainment,
                                :overriddenWindow, :basis, :reason, :at, :by)
                        """)
                .bind("baseline", baseline)
                .bind("revision", given.revision())
                .bind("p0", given.p0())
                .bind("ascertainment", given.states().ascertainment())
                .bind("window", given.states().window())
                .bind("overriddenAscertainment", given.overrides().ascertainment())
                .bind("overriddenWindow", given.overrides().window())
                .bind("basis", given.basis())
                .bind("reason", given.reason())
                .bind("at", at(given))
                .bind("by", given.by())
                .execute();
    }

    private static OffsetDateTime at(BaselineNull given) {
        Instant at = given.at() == null ? Instant.EPOCH : given.at();
        return at.atOffset(ZoneOffset.UTC);
    }

    private static List<BaselineNull> given(Handle handle, String baseline) {
        return handle.createQuery(SELECT + " where baseline = :baseline order by revision desc")
                .bind("baseline", baseline)
                .map((row, context) -> read(row).given())
                .list();
    }

    private static List<BaselineNull> of(Baseline figure, List<BaselineNull> given) {
        List<BaselineNull> nulls = new ArrayList<>(given);
        OptionalDouble p0 = NullFromFigure.p0(figure);
        if (p0.isPresent()) {
            nulls.add(BaselineNull.ofFigure(p0.getAsDouble(), NullFromFigure.basis(figure)));
        }
        return List.copyOf(nulls);
    }

    private static Given read(ResultSet row) throws SQLException {
        return new Given(
                row.getString("baseline"),
                new BaselineNull(
                        row.getInt("revision"),
                        row.getDouble("p0"),
                        EventCounting.stored(row.getString("ascertainment"), row.getString("counted_over")),
                        EventCounting.stored(
                                row.getString("overridden_ascertainment"), row.getString("overridden_counted_over")),
                        row.getString("basis"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by")));
    }
}
