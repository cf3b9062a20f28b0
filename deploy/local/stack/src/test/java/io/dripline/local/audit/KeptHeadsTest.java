package io.dripline.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.ledger.Head;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptHeadsTest {

    private static final String HEAD =
            "head intake 8 %1$s 2026-11-29T15:55:21.855481Z %1$s digest 2026-01-29".formatted("0f".repeat(32));

    @TempDir
    private Path directory;

    @Test
    void readsFilesAndLogsOneAfterTheOther() throws Exception {
        var heads = Files.writeString(directory.resolve("heads"), HEAD + "\n" + HEAD.replace(" 8 ", " 9 ") + "\n");
        var log = Files.writeString(directory.resolve("log"), """
                2026-11-29 15:55:21,000 INFO  [io.dripline.ledger.ExportHeads] (ledger-sealer) %s
                2026-11-29 15:55:22,000 INFO  [io.dripline] the head of the queue
                """.formatted(HEAD.replace(" 8 ", " 10 ")));

        var read = new ArrayList<Head>();
        try (var kept = new KeptHeads(List.of(heads, log))) {
            kept.forEachRemaining(read::add);
        }

        assertThat(read).extracting(Head::position).containsExactly(8L, 9L, 10L);
    }

    /** As containers write it, and as compose shows it. */
    @Test
    void readsALogOfJson() throws Exception {
        var line = """
                {"timestamp":"2026-11-29T15:55:21.855Z","level":"INFO","message":"%s","mdc":{},"service":"intake"}
                """.formatted(HEAD.replace("2026-01-29", "a\\\"b\\\\c"));
        var log = Files.writeString(directory.resolve("log"), line + "intake-1  | " + line);

        try (var kept = new KeptHeads(List.of(log))) {
            assertThat(kept.next().row()).isEqualTo("digest a\"b\\c");
            assertThat(kept.next().row()).isEqualTo("digest a\"b\\c");
            assertThat(kept.hasNext()).isFalse();
        }
    }

    @Test
    void refusesAHeadThatWasDamaged() throws Exception {
        var heads = Files.writeString(directory.resolve("heads"), HEAD + "\n" + HEAD.replaceFirst("0f", "") + "\n");

        try (var kept = new KeptHeads(List.of(heads))) {
            kept.next();
            assertThatThrownBy(kept::hasNext).hasMessageContaining("heads, line 2: expected 'head', a ledger");
        }
    }
}
