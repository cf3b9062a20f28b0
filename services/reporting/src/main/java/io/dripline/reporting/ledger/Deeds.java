package io.dripline.reporting.ledger;

import io.dripline.ledger.EntryPage;
import io.dripline.ledger.EntryQuestion;
import io.dripline.ledger.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was done about alerts, monitors and nulls, from the rows that are sealed. */
@ApplicationScoped
public class Deeds {

    private final Jdbi jdbi;
    private final SealLedger ledger;

    Deeds(Jdbi jdbi, SealLedger ledger) {
        this.jdbi = jdbi;
        this.ledger = ledger;
    }

    /** Some of them, the latest first. */
    public EntryPage page(EntryQuestion question) {
        return jdbi.withHandle(handle -> {
            try {
                @Nullable Head head = ledger.head().orElse(null);
                return WhoDidWhat.ENTRIES.page(handle.getConnection(), question, head);
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        });
    }

    /** Every kind that there can be. */
    public List<String> kinds() {
        return WhoDidWhat.ENTRIES.kinds();
    }
}
