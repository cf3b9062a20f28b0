package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.CellShare;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which generations there are, and from which topic each is counted. A topic that was made anew begins at version 1
 * again: its records of a generation that was counted from another topic would pass for old ones, and counting would
 * stop without a word. They are left out knowingly instead.
 */
final class Generations {

    private static final String ACTIVE = "(select id from generation where active)";

    /** Of the generations of these shares, those that are counted from another topic, or are older than what is shown. */
    Set<Integer> leftOut(Handle handle, String topicId, Collection<CellShare> shares) {
        return handle.createQuery("""
                        select seen.id from unnest(:ids) as seen (id) left join generation known on known.id = seen.id
                         where known.topic_id <> :topicId or seen.id <
                        """ + ACTIVE)
                .bindArray("ids", Integer.class, ids(shares))
                .bind("topicId", topicId)
                .mapTo(Integer.class)
                .set();
    }

    /** Whether what is shown is counted from another topic, so that it changes no more. */
    boolean shownIsOfAnotherTopic(Handle handle, String topicId) {
        return handle.createQuery("select exists (select from generation where active and topic_id <> :topicId)")
                .bind("topicId", topicId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether sums over its roll-ups are kept of what is shown. */
    boolean shownIsInMarginals(Handle handle) {
        return handle.createQuery("select in_marginals from generation where active")
                .mapTo(Boolean.class)
                .one();
    }

    /** The newest generation that is counted, or announced, beside the one that is shown. */
    Optional<Integer> next(Handle handle) {
        return handle.createQuery("select max(id) from generation having max(id) > " + ACTIVE)
                .mapTo(Integer.class)
                .findOne();
    }

    /** The newest generation that may take over: said to be complete, and counted from this topic. */
    Optional<Integer> complete(Handle handle, String topicId) {
        return handle.createQuery("""
                        select max(id) from generation
                         where complete and coalesce(topic_id, :topicId) = :topicId having max(id) >
                        """ + ACTIVE)
                .bind("topicId", topicId)
                .mapTo(Integer.class)
                .findOne();
    }

    /** Shows another generation from the end of this transaction on. */
    void show(Handle handle, int id) {
        handle.execute("update generation set active = false where active");
        handle.execute("update generation set active = true where id = ?", id);
    }

    /**
     * Notes that generations changed just now; one that is new is counted from this topic from now on.
     *
     * @return the active generation
     */
    int changed(Handle handle, String topicId, Collection<CellShare> shares) {
        handle.createUpdate("""
                        insert into generation (id, topic_id) select *, :topicId from unnest(:generations)
                        on conflict (id) do update
                           set applied_at = excluded.applied_at,
                               topic_id = coalesce(generation.topic_id, excluded.topic_id)
                        """)
                .bind("topicId", topicId)
                .bindArray("generations", Integer.class, ids(shares))
                .execute();
        return handle.createQuery("select id from generation where active")
                .mapTo(Integer.class)
                .one();
    }

    private static List<Integer> ids(Collection<CellShare> shares) {
        return shares.stream().map(CellShare::generation).distinct().sorted().toList();
    }
}
