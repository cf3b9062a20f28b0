package io.dripline.classification.review;

import io.dripline.classification.ruling.KnownRulings;
import io.dripline.classification.ruling.Ruling;
import io.dripline.classification.ruling.Rulings;
import io.dripline.coding.Candidate;
import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.WordKey;
import io.dripline.contracts.coding.Coding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The words that await review in the current versions of active sessions. */
@ApplicationScoped
class Reviews {

    private static final int CANDIDATES = 5;

    /** What was ruled on waits for the worker only, unless a term of the ruling is in the vocabulary no longer. */
    private static final String QUEUE = """
            select key, n, clinics, first_seen, last_seen, words,
                   (select coalesce(max(revision), 0) from ruled_words join ruling using (seq)
                    where ruled_words.key = waiting.key) as revision
            from (select key, count(*) as n, array_agg(distinct clinic order by clinic) as clinics,
                         min(received_at) as first_seen, max(received_at) as last_seen
                  from session_word
                  where awaiting
                    and (key = any (?)
                         or not exists (select from ruled_words where ruled_words.key = session_word.key))
                  group by key
                  having count(*) < ? or count(*) = ? and key > ?
                  order by n desc, key
                  limit ?) as waiting
            left join words using (key)
            order by n desc, key""";

    private static final String ONE = """
            select count(*) as n, array_agg(distinct clinic order by clinic) as clinics,
                   min(received_at) as first_seen, max(received_at) as last_seen,
                   (select words from words where key = ?) as words,
                   exists (select from session_word where key = ?) as is_held
            from session_word
            where awaiting and key = ?""";

    private final DataSource dataSource;
    private final CodeWords coder;
    private final Rulings rulings;
    private final KnownRulings known;

    Reviews(DataSource dataSource, CodeWords coder, Rulings rulings, KnownRulings known) {
        this.dataSource = dataSource;
        this.coder = coder;
        this.rulings = rulings;
        this.known = known;
    }

    @Transactional(rollbackOn = SQLException.class)
    List<Review> page(ReviewCursor after, int limit) throws SQLException {
        List<Review> reviews = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(QUEUE)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea",
                            known.coder().inNeedOfRevision().stream()
                                    .map(WordKey::bytes)
                                    .toArray(byte[][]::new)));
            query.setLong(2, after.occurrences());
            query.setLong(3, after.occurrences());
            query.setBytes(4, after.key().bytes());
            query.setInt(5, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reviews.add(read(rows, WordKey.of(rows.getBytes("key")), rows.getInt("revision"), null));
                }
            }
        }
        return reviews;
    }

    /** One words with the ruling that holds; empty where nobody reported them. */
    @Transactional(rollbackOn = SQLException.class)
    Optional<Review> find(WordKey key) throws SQLException {
        Optional<Ruling> ruling = rulings.about(key);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(ONE)) {
            query.setBytes(1, key.bytes());
            query.setBytes(2, key.bytes());
            query.setBytes(3, key.bytes());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (ruling.isEmpty() && !row.getBoolean("is_held") && row.getString("words") == null) {
                    return Optional.empty();
                }
                return Optional.of(read(row, key, ruling.map(Ruling::revision).orElse(0), ruling.orElse(null)));
            }
        }
    }

    private Review read(ResultSet row, WordKey key, int revision, @Nullable Ruling ruling) throws SQLException {
        String words = row.getString("words");
        return new Review(
                key.hex(),
                words,
                row.getLong("n"),
                row.getArray("clinics") == null
                        ? List.of()
                        : Arrays.asList((String[]) row.getArray("clinics").getArray()),
                words == null ? List.of() : candidatesFor(words),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                revision,
                ruling);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** What is coded in them, then what they may mean; each term once. */
    private List<Candidate> candidatesFor(String words) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        coder.code(words).events().stream()
                .flatMap(Reviews::candidatesOf)
                .forEach(candidate -> candidates.putIfAbsent(candidate.term(), candidate));
        return candidates.values().stream().limit(CANDIDATES).toList();
    }

    private static Stream<Candidate> candidatesOf(CodedText text) {
        Coding coding = text.coding();
        return coding == null
                ? text.candidates().stream()
                : Stream.of(new Candidate(coding.term(), coding.category(), coding.matched(), coding.confidence()));
    }
}
