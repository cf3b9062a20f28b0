package io.dripline.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is stored before the first request, so that requests reach it and answers can be held to who may see it.
 *
 * @param clinic whose it is
 * @param marks what only this clinic, officers and auditors may see: words that no request says, ids and the clinic's name, which
 *     are asked for
 * @param secrets words that no answer at all may hold; no request says them
 * @param marked ids of what bears the marks, by the beginning of its path: {@code "/sessions/{id}"}; asked for by everybody
 *     but the clinic, which could change it
 * @param own ids for the clinic, likewise
 * @param cursors what a page named as next, by the operation's name
 */
public record Planted(
        String clinic,
        Set<String> marks,
        Set<String> secrets,
        Map<String, List<String>> marked,
        Map<String, List<String>> own,
        Map<String, List<String>> cursors) {

    public Planted {
        marks = Set.copyOf(marks);
        secrets = Set.copyOf(secrets);
        marked = Map.copyOf(marked);
        own = Map.copyOf(own);
        cursors = Map.copyOf(cursors);
    }
}
