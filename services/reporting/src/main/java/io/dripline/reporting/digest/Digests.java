package io.dripline.reporting.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The digests, one a day at most; never changed. */
@ApplicationScoped
public class Digests {

    private final ObjectMapper json;

    Digests(ObjectMapper json) {
        this.json = json;
    }

    /** The digest of a day. */
    public Optional<Digest> find(Handle handle, LocalDate day) {
        return handle.createQuery("select content::text from digest where day = :day")
                .bind("day", day)
                .mapTo(String.class)
                .map(this::read)
                .findOne();
    }

    /** The newest digest of a day before. */
    Optional<Digest> before(Handle handle, LocalDate day) {
        return handle.createQuery("select content::text from digest where day < :day order by day desc limit 1")
                .bind("day", day)
                .mapTo(String.class)
                .map(this::read)
                .findOne();
    }

    boolean isThere(Handle handle, LocalDate day) {
        return handle.createQuery("select exists (select from digest where day = :day)")
                .bind("day", day)
                .mapTo(Boolean.class)
                .one();
    }

    /** Adds it; false, and nothing is changed, if the day has one. */
    boolean add(Handle handle, Digest digest) {
        return handle.createUpdate("""
                        insert into digest (day, computed_at, content) values (:day, :at, :content::json)
                        on conflict (day) do nothing
                        """)
                        .bind("day", digest.day())
                        .bind("at", digest.computedAt().atOffset(ZoneOffset.UTC))
                        .bind("content", write(digest))
                        .execute()
                == 1;
    }

    private Digest read(String content) {
        try {
            return json.readValue(content, Digest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a digest is not readable: " + content, e);
        }
    }

    private String write(Digest digest) {
        try {
            return json.writeValueAsString(digest);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("digest cannot be written: " + digest, e);
        }
    }
}
