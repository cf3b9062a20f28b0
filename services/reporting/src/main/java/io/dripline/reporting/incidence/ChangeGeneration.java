package io.dripline.reporting.incidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Shows a new generation in place of the old one, and drops the old one's counts. */
@ApplicationScoped
class ChangeGeneration {

    private static final Logger LOG = Logger.getLogger(ChangeGeneration.class);
    private static final int DROPPED_AT_ONCE = 2000;

    private final Generations generations = new Generations();
    private final Event<ClinicsSeen> clinicsSeen;

    ChangeGeneration(Event<ClinicsSeen> clinicsSeen) {
        this.clinicsSeen = clinicsSeen;
    }

    /** Whether a generation that is counted from this topic was said to be complete and is not shown yet. */
    boolean isDue(Handle handle, String topicId) {
        return generations.complete(handle, topicId).isPresent();
    }

    /**
     * Shows it from now on, in one transaction. For a consistent cut that was taken after the change was due: what was
     * said to be complete has then been applied.
     */
    void change(Handle handle, String topicId) {
        handle.useTransaction(h -> generations.complete(h, topicId).ifPresent(next -> {
            generations.show(h, next);
            // Clinics whose every record came before the change have no monitors yet.
            clinicsSeen.fire(new ClinicsSeen(h, clinics(h, next)));
            LOG.infof("Generation %d is shown from now on", next);
        }));
    }

    /**
     * Drops some of what older generations hold, little enough for a short transaction.
     *
     * @return whether there may be more
     */
    boolean dropSomeOfTheFormer(Handle handle) {
        return handle.inTransaction(h -> drop(h, "cell", "cell_measure", "cell_id")
                        + drop(h, "rollup", "rollup_measure", "rollup_id")
                        + dropSums(h, "marginal", "")
                        + dropSums(h, "marginal_measure", ", measure")
                > 0);
    }

    private static int drop(Handle handle, String table, String measures, String reference) {
        List<Long> ids = handle.createQuery("select id from " + table
                        + " where generation < (select id from generation where active) limit " + DROPPED_AT_ONCE)
                .mapTo(Long.class)
                .list();
        if (!ids.isEmpty()) {
            delete(handle, measures, reference, ids);
            delete(handle, table, "id", ids);
        }
        return ids.size();
    }

    /** @param more of the columns that its rows are told apart by */
    private static int dropSums(Handle handle, String table, String more) {
        String place = "generation, unit, summed_over, clinic, route, week" + more;
        return handle.createUpdate("""
                        delete from %1$s where (%2$s) in (
                               select %2$s from %1$s
                                where generation < (select id from generation where active) limit %3$d)
                        """.formatted(table, place, DROPPED_AT_ONCE)).execute();
    }

    private static void delete(Handle handle, String table, String column, List<Long> ids) {
        handle.createUpdate("delete from %s where %s = any(:ids)".formatted(table, column))
                .bindArray("ids", Long.class, ids)
                .execute();
    }

    /** In the order in which their first cells came. */
    private static List<String> clinics(Handle handle, int generation) {
        return handle.createQuery(
                        "select clinic from cell where generation = :generation group by clinic order by min(id)")
                .bind("generation", generation)
                .mapTo(String.class)
                .list();
    }
}
