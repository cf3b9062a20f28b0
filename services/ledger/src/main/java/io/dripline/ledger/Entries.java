package io.dripline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who did what in one database, from the very rows that are sealed; the latest first. */
public final class Entries {

    private final List<EntrySource> sources;

    /** @param sources each with a name of its own */
    public Entries(List<EntrySource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Every kind of entry that there can be. */
    public List<String> kinds() {
        return sources.stream()
                .flatMap(source -> source.kinds().stream())
                .sorted()
                .toList();
    }

    /** @param head of the chain, for the page to hold */
    public EntryPage page(Connection connection, EntryQuestion question, @Nullable Head head) throws SQLException {
        List<Entry> items = new ArrayList<>();
        String next = null;
        List<EntrySource> asked = asked(question);
        try (PreparedStatement query = connection.prepareStatement(query(asked, question))) {
            bind(query, asked.size(), question);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (items.size() == question.limit()) {
                        next = items.getLast().place();
                        break;
                    }
                    items.add(entry(row));
                }
            }
        }
        return new EntryPage(items, next, head == null ? null : head.line());
    }

    /** The tables that can hold such entries; all where none can, so that there is a table to find nothing in. */
    private List<EntrySource> asked(EntryQuestion question) {
        List<EntrySource> holding = sources.stream()
                .filter(source -> source.kinds().stream().anyMatch(question.kinds()::contains))
                .toList();
        return holding.isEmpty() ? sources : holding;
    }

    /** Each table by its index in commit order, no further than the page needs. */
    private static String query(List<EntrySource> sources, EntryQuestion question) {
        return sources.stream()
                .map(source -> query(source, question))
                .collect(Collectors.joining(
                        " union all ",
                        "select * from (",
                        ") e order by e.x desc, e.source desc, e.seq desc limit " + (question.limit() + 1)));
    }

    private static String query(EntrySource source, EntryQuestion question) {
        StringBuilder query = new StringBuilder("""
                (select * from (select '%1$s' as source, r.xid as x, r.xid::text as xid, r.%2$s as seq, %3$s as at, %4$s as who, %5$s as kind,
                        %6$s as subject, (%7$s)::text as before, (%8$s)::text as after, (%9$s)::text as why
                   from %1$s r where true""".formatted(
                        source.table(),
                        source.seq(),
                        source.at(),
                        source.who(),
                        source.kind(),
                        source.subject(),
                        source.before(),
                        source.after(),
                        source.why()));
        question.after()
                .ifPresent(after ->
                        query.append(" and r.xid <= '%1$d' and (r.xid, '%2$s', r.%3$s) < ('%1$d'::xid8, '%4$s', %5$d)"
                                .formatted(after.xid(), source.table(), source.seq(), after.table(), after.seq())));
        question.from()
                .ifPresent(from -> query.append(" and ").append(source.at()).append(" >= ?"));
        question.to().ifPresent(to -> query.append(" and ").append(source.at()).append(" < ?"));
        question.who()
                .ifPresent(who -> query.append(" and ").append(source.who()).append(" = ?"));
        if (!question.kinds().isEmpty()) {
            query.append(" and ").append(source.kind()).append(" = any (?)");
        }
        query.append(" and ").append(source.kind()).append(" is not null) o");
        question.text()
                .ifPresent(
                        text -> query.append(
                                " where position(lower(?) in lower(concat_ws(' ', o.who, o.subject, o.before, o.after, o.why))) > 0"));
        return query.append(" order by o.x desc, o.seq desc limit %d)".formatted(question.limit() + 1))
                .toString();
    }

    private static void bind(PreparedStatement query, int sources, EntryQuestion question) throws SQLException {
        int parameter = 1;
        for (int source = 0; source < sources; source++) {
            for (Instant time : List.of(question.from(), question.to()).stream()
                    .flatMap(Optional::stream)
                    .toList()) {
                query.setObject(parameter++, time.atOffset(ZoneOffset.UTC));
            }
            if (question.who().isPresent()) {
                query.setString(parameter++, question.who().get());
            }
            if (!question.kinds().isEmpty()) {
                query.setArray(
                        parameter++,
                        query.getConnection()
                                .createArrayOf("text", question.kinds().toArray()));
            }
            if (question.text().isPresent()) {
                query.setString(parameter++, question.text().get());
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("why"),
                new EntryCursor(row.getLong("xid"), row.getString("source"), row.getLong("seq")).toString());
    }
}
